import { readFileSync } from 'node:fs';
import { BadSetting } from '../settings';
import { type ApiKeyEntry, ApiKeys } from './api-keys';
import { readKeyEntry } from './key-entry';

/**
 * Reads `API_KEYS_FILE`: `{ "keys": [ { "id", "sha256", "roles", … } ] }`.
 * @throws BadSetting in one line that tells the place in the file, never what stands there
 */
export function readApiKeys(path: string): ApiKeys {
  const list = keysOf(parse(read(path), path), path);
  const entries = list.map((entry, i) => {
    const reading = readKeyEntry(entry);
    if ('wrong' in reading) throw refusal(path, `keys[${i}]${reading.wrong}`);
    return reading.entry;
  });
  requireDifferent(entries, path);
  return new ApiKeys(entries);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadSetting(
      'API_KEYS_FILE',
      path,
      `a file that can be read (${(error as NodeJS.ErrnoException).code ?? 'unreadable'})`,
    );
  }
}

/** The parser's own message would quote the file. */
function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(path, 'it is not JSON');
  }
}

function keysOf(content: unknown, path: string): readonly unknown[] {
  const keys =
    typeof content === 'object' && content !== null && 'keys' in content ? content.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0) throw refusal(path, 'keys is not a list of at least one');
  return keys;
}

/** One key could not tell who calls. */
function requireDifferent(entries: readonly ApiKeyEntry[], path: string): void {
  const seen = new Set<string>();
  entries.forEach(({ sha256 }, i) => {
    const hash = sha256.toString('hex');
    if (seen.has(hash)) throw refusal(path, `keys[${i}].sha256 stands there twice`);
    seen.add(hash);
  });
}

function refusal(path: string, wrong: string): BadSetting {
  return new BadSetting('API_KEYS_FILE', path, `a JSON file of API keys; in this one ${wrong}`);
}
