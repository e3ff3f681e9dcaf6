import { createHash, randomBytes } from 'node:crypto';
import { readArguments, refuse } from './lib/arguments.mjs';
import './lib/closed-output.mjs';

/** Prints a fresh API key, once, and what the keys file (API_KEYS_FILE) needs to know of it: its hash. */
const ROLES = ['integrator', 'operator', 'supervisor', 'auditor', 'officer', 'service'];
const USAGE = `Usage: npm run api-key -- --id <name> --role <role> [--role <role>…] [--agency <agency> [--office <code>…]]
roles: ${ROLES.join(', ')}`;

const text = { type: 'string' };
const several = { type: 'string', multiple: true };
const {
  id,
  role: roles = [],
  agency,
  office: offices,
} = readArguments(USAGE, { id: text, role: several, agency: text, office: several });
if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(id ?? ''))
  refuse('--id is 1 to 64 of a-z, 0-9, ".", "_" and "-", and begins with a letter or digit');
if (roles.length === 0 || !roles.every((role) => ROLES.includes(role)))
  refuse(`--role is one of ${ROLES.join(', ')}`);
if ((agency || offices) && !roles.includes('officer')) refuse('--agency and --office are for officers');
if (offices && !agency) refuse('--office needs --agency');

const key = `lt_${randomBytes(32).toString('base64url')}`;
const sha256 = createHash('sha256').update(key).digest('hex');
console.log(`The key, shown this once: ${key}`);
console.log('The entry for "keys" in API_KEYS_FILE:');
console.log(JSON.stringify({ id, sha256, roles, agency, offices }));
