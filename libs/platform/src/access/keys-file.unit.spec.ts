import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSetting } from '../settings';
import { readApiKeys } from './keys-file';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const OLD = { id: 'one-stop-hanoi', sha256: hashOf('old key'), roles: ['integrator'] };
const NEW = { ...OLD, sha256: hashOf('new key').toUpperCase() };
const OFFICER = {
  id: 'officer.7',
  sha256: hashOf('desk key'),
  roles: ['officer', 'auditor'],
  agency: 'residency',
  offices: ['00004', '01'],
};

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-keys-'));
  path = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (content: unknown): void => writeFileSync(path, JSON.stringify(content));

function refusal(): string {
  try {
    readApiKeys(path);
  } catch (error) {
    expect(error).toBeInstanceOf(BadSetting);
    return (error as Error).message;
  }
  throw new Error('the file was taken');
}

describe('readApiKeys', () => {
  it('knows the holder of each key, and nobody else', () => {
    write({ keys: [OLD, NEW, OFFICER] });
    const keys = readApiKeys(path);
    const { sha256: _, ...officer } = OFFICER;
    expect(keys.holderOf('desk key')).toEqual(officer);
    expect(keys.holderOf('desk key ')).toBeUndefined();
    expect(keys.holderOf('')).toBeUndefined();
    expect(keys.holderOf(OLD.sha256)).toBeUndefined();
  });

  it('lets one caller have two keys while the old one is replaced', () => {
    write({ keys: [OLD, NEW] });
    const keys = readApiKeys(path);
    expect(keys.holderOf('old key')).toEqual({ id: 'one-stop-hanoi', roles: ['integrator'] });
    expect(keys.holderOf('new key')).toEqual(keys.holderOf('old key'));
  });

  it('stops at a file that is not there', () => {
    expect(refusal()).toBe(
      `API_KEYS_FILE is ${JSON.stringify(path)}: allowed is a file that can be read (ENOENT)`,
    );
  });

  it('stops at what is not JSON without quoting it', () => {
    writeFileSync(path, 'lt_a-key-that-someone-pasted-here');
    expect(refusal()).toBe(
      `API_KEYS_FILE is ${JSON.stringify(path)}: allowed is a JSON file of API keys; in this one it is not JSON`,
    );
  });

  it.each([
    [[], 'keys is not a list of at least one'],
    [null, 'keys is not a list of at least one'],
    [{ keys: [] }, 'keys is not a list of at least one'],
    [{ keys: [OLD, 'lt_secret'] }, 'keys[1] is not an object'],
    [
      { keys: [{ ...OLD, lt_secret: 1 }] },
      'keys[0] has a field other than id, sha256, roles, agency, offices',
    ],
    [{ keys: [{ ...OLD, id: 'lt_Secret' }] }, 'keys[0].id is not 1 to 64 of a-z'],
    [{ keys: [{ ...OLD, id: undefined }] }, 'keys[0].id is not 1 to 64 of a-z'],
    [{ keys: [{ ...OLD, sha256: 'lt_secret' }] }, 'keys[0].sha256 is not 64 hex digits'],
    [{ keys: [{ ...OLD, sha256: `${OLD.sha256}00` }] }, 'keys[0].sha256 is not 64 hex digits'],
    [{ keys: [{ ...OLD, roles: ['lt_secret'] }] }, 'keys[0].roles is not a list of integrator, operator'],
    [{ keys: [{ ...OLD, roles: [] }] }, 'keys[0].roles is not a list of integrator, operator'],
    [{ keys: [{ ...OLD, roles: 'integrator' }] }, 'keys[0].roles is not a list of integrator, operator'],
    [{ keys: [OLD, NEW, { ...NEW, id: 'other' }] }, 'keys[2].sha256 stands there twice'],
    [
      { keys: [{ ...OLD, agency: 'residency' }] },
      'keys[0] has an agency or offices, but not the role officer',
    ],
    [{ keys: [{ ...OFFICER, agency: 'lt_secret' }] }, 'keys[0].agency is not one of civil-registry'],
    [{ keys: [{ ...OFFICER, agency: undefined }] }, 'keys[0].agency is not one of civil-registry'],
    [
      { keys: [{ ...OFFICER, offices: ['4'] }] },
      'keys[0].offices is not a list of commune or province codes',
    ],
  ])('stops at %j in one line', (content, wrong) => {
    write(content);
    const message = refusal();
    expect(message).toContain(`a JSON file of API keys; in this one ${wrong}`);
    expect(message).not.toMatch(/\n|lt_secret/i);
    expect(message).not.toContain(OLD.sha256);
  });
});
