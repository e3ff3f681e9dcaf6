import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes the secrets that docker-compose.yml mounts: fresh random keys, of which the services get only hashes.
 * `node deploy/compose/make-secrets.mjs`; it never overwrites.
 */
const folder = fileURLToPath(new URL('secrets', import.meta.url));
const KEY_BYTES = 32;
/** Closed to other users of the host; the files inside are for the containers' various users to read. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o644;

if (existsSync(folder)) {
  console.error(`${folder} exists already: remove it to make new secrets`);
  process.exit(1);
}

const keys = { service: fresh(), metrics: fresh(), operator: fresh(), integrator: fresh() };
const entries = [
  { id: 'compose-services', key: keys.service, roles: ['service'] },
  { id: 'compose-prometheus', key: keys.metrics, roles: ['service'] },
  { id: 'compose-operator', key: keys.operator, roles: ['operator'] },
  { id: 'compose-integrator', key: keys.integrator, roles: ['integrator'] },
];

mkdirSync(folder, { mode: FOLDER_MODE });
write('service-api-key', keys.service);
write('metrics-api-key', keys.metrics);
write('grafana-admin-password', fresh());
write(
  'api-keys.json',
  `${JSON.stringify({ keys: entries.map(({ id, key, roles }) => ({ id, sha256: sha256(key), roles })) }, null, 2)}\n`,
);

console.log(`Secrets are in ${folder}. These two keys are shown only now:`);
console.log(`  operator    ${keys.operator}`);
console.log(`  integrator  ${keys.integrator}`);

function fresh() {
  return `lt_${randomBytes(KEY_BYTES).toString('base64url')}`;
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function write(name, content) {
  writeFileSync(join(folder, name), content, { mode: FILE_MODE });
}
