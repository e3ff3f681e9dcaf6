import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readSettings } from '@lienthong/platform';
import { type OpenAPIObject } from '@nestjs/swagger';
import { Standalone } from './standalone';

const ROOT = join(__dirname, '../../..');
const REDOCLY = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');

let folder: string;
let document: OpenAPIObject;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-openapi-'));
  const settings = readSettings({ DURABILITY: 'normal' }, [
    '--sample',
    '0',
    '--data-dir',
    join(folder, 'data'),
  ]);
  const standalone = await Standalone.open(settings, (error) => {
    throw error;
  });
  await standalone.app.init();
  const answer = await standalone.app.inject({ url: '/openapi.json' });
  document = answer.json<OpenAPIObject>();
  await standalone.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function operations(): readonly (readonly [string, NonNullable<OpenAPIObject['paths'][string]['get']>])[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [[`${method} ${path}`, operation] as const] : [];
    }),
  );
}

describe('the OpenAPI document of everything that one process serves', () => {
  it('has nothing that Redocly finds fault with', async () => {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const args = [REDOCLY, 'lint', file, '--config', join(ROOT, 'redocly.yaml'), '--format', 'stylish'];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const found = await promisify(execFile)(process.execPath, args, { env, cwd: folder }).then(
      () => '',
      ({ stdout }: { readonly stdout: string }) => stdout,
    );
    expect(found).toBe('');
  });

  it('gives every operation an id that a generated client can call it by', () => {
    const ids = operations().map(([, { operationId }]) => operationId ?? '');
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['submitDossier', 'civilRegistryDecide', 'batchesCancel']));
  });

  it('says of every operation what it answers when all is well, unless nobody may', () => {
    const silent = operations().filter(
      ([, { responses }]) => !Object.keys(responses).some((status) => /^2/.test(status)),
    );
    expect(silent.map(([name]) => name)).toEqual([
      'post /v1/agencies/judicial-records/work-items/{id}/decision',
    ]);
  });

  it('admits each group’s own procedures only', () => {
    const schemas = document.components?.schemas as Record<string, { properties: Record<string, object> }>;
    expect(schemas['BirthDossierForm']?.properties).toMatchObject({
      procedureGroup: { enum: ['birth'] },
      procedures: { items: { enum: expect.not.arrayContaining(['death-registration']) as unknown } },
    });
    expect(schemas['DeathDossierForm']?.properties).toMatchObject({
      procedureGroup: { enum: ['death'] },
      procedures: { items: { enum: expect.not.arrayContaining(['birth-registration']) as unknown } },
    });
  });
});
