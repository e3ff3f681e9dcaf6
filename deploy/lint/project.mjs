import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const SERVICES = [
  'gateway',
  'orchestrator',
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
  'judicial-records',
  'console',
];

/** Within so many seconds a service that got SIGTERM has drained. */
export const DRAIN_SECONDS = 25;

export function text(...path) {
  return readFileSync(join(root, ...path), 'utf8');
}

export function yaml(...path) {
  return parse(text(...path), { merge: true });
}

/** The files below a folder whose names end so, as paths from the root. */
export function files(folder, ending) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** Every environment variable that a service reads. */
export function knownVariables() {
  const sources = files('libs/platform/src/settings', '.ts').filter((path) => !path.endsWith('.spec.ts'));
  return new Set(sources.flatMap((path) => matches(text(path), /\benv: '([A-Z][A-Z0-9_]+)'/g)));
}

/** The first group of every match. */
export function matches(content, pattern) {
  return [...content.matchAll(pattern)].map(([, group]) => group);
}

/** A sentence for each thing that is in one list and not in the other. */
export function difference(expected, found) {
  return [
    ...[...expected].filter((one) => !found.includes(one)).map((one) => `${one} is missing`),
    ...found.filter((one) => ![...expected].includes(one)).map((one) => `${one} is too much`),
  ];
}
