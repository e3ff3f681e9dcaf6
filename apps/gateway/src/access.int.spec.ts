import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOSSIER_ROLES, OPERATOR_ROLES, type Role, ROLES } from '@lienthong/platform';
import { startTestingGateway, type TestingGateway } from '../test-support/testing-app';

const DOSSIER = '/v1/dossiers/G22.99.08-20261116-0000001';

const keyOf = (role: Role): string => `lt_key-of-the-${role}`;

let folder: string;
let gateway: TestingGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-gateway-access-'));
  const apiKeysFile = join(folder, 'keys.json');
  const keys = ROLES.map((role) => ({
    id: role,
    sha256: createHash('sha256').update(keyOf(role)).digest('hex'),
    roles: [role],
  }));
  writeFileSync(apiKeysFile, JSON.stringify({ keys }));
  gateway = await startTestingGateway({ AUTH: 'api-key', API_KEYS_FILE: apiKeysFile });
});
afterAll(async () => {
  await gateway.app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function statusFor(method: string, path: string, role?: Role): Promise<number> {
  const headers = role === undefined ? {} : { authorization: `Bearer ${keyOf(role)}` };
  const response = await fetch(gateway.url + path, { method, headers });
  await response.body?.cancel();
  return response.status;
}

describe('with AUTH=api-key', () => {
  it.each([
    '/health/live',
    '/health/ready',
    '/docs',
    '/docs/start.js',
    '/docs/swagger-ui.css',
    '/openapi.json',
    '/asyncapi.json',
    '/problems',
    '/problems/forbidden',
  ])('%s needs no key', async (path) => {
    expect(await statusFor('GET', path)).toBe(200);
  });

  it.each<[string, string, readonly Role[]]>([
    ['POST', '/v1/dossiers', DOSSIER_ROLES],
    ['POST', '/v1/dossiers/batch', DOSSIER_ROLES],
    ['GET', '/v1/dossiers', DOSSIER_ROLES],
    ['GET', DOSSIER, DOSSIER_ROLES],
    ['GET', `${DOSSIER}/timeline`, DOSSIER_ROLES],
    ['GET', `${DOSSIER}/processing-time`, DOSSIER_ROLES],
    ['GET', `${DOSSIER}/events`, DOSSIER_ROLES],
    ['POST', `${DOSSIER}/supplements`, DOSSIER_ROLES],
    ['POST', `${DOSSIER}/withdrawal`, DOSSIER_ROLES],
    ['POST', `${DOSSIER}/corrections`, OPERATOR_ROLES],
    ['POST', `${DOSSIER}/cancellation`, OPERATOR_ROLES],
    ['POST', '/v1/simulation/advance', OPERATOR_ROLES],
    ['PUT', '/v1/simulation/replay', OPERATOR_ROLES],
    ['GET', '/v1/simulation/replay', [...OPERATOR_ROLES, 'service']],
    ['GET', '/metrics', ['service', 'operator']],
  ])('%s %s needs a key with a role that may', async (method, path, allowed) => {
    expect(await statusFor(method, path)).toBe(401);
    for (const role of ROLES) {
      const status = await statusFor(method, path, role);
      expect({ role, refused: status === 401 || status === 403 }).toEqual({
        role,
        refused: !allowed.includes(role),
      });
    }
  });
});
