import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApiKeys } from './keys-file';
import { ROLES } from './role';

const SCRIPT = join(__dirname, '../../../../scripts/api-key.mjs');

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
}

describe('npm run api-key', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lienthong-key-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a key whose entry the service takes, with any role there is', () => {
    const roles = ROLES.flatMap((role) => ['--role', role]);
    const { stdout, status } = run('--id', 'test', ...roles, '--agency', 'residency', '--office', '00004');
    expect(status).toBe(0);
    const [shown = '', , entry = ''] = stdout.split('\n');
    const key = shown.split(': ')[1] ?? '';
    expect(key).toMatch(/^lt_[\w-]{43}$/);
    expect(entry).not.toContain(key);
    const path = join(folder, 'keys.json');
    writeFileSync(path, `{ "keys": [ ${entry} ] }`);
    expect(readApiKeys(path).holderOf(key)).toEqual({
      id: 'test',
      roles: [...ROLES],
      agency: 'residency',
      offices: ['00004'],
    });
  });

  it('makes another key every time', () => {
    const args = ['--id', 'test', '--role', 'service'];
    expect(run(...args).stdout.split('\n')[0]).not.toBe(run(...args).stdout.split('\n')[0]);
  });

  it.each([
    [['--role', 'service'], '--id is 1 to 64'],
    [['--id', 'Test', '--role', 'service'], '--id is 1 to 64'],
    [['--id', 'test'], '--role is one of integrator, operator'],
    [['--id', 'test', '--role', 'king'], '--role is one of integrator, operator'],
    [
      ['--id', 'test', '--role', 'service', '--agency', 'residency'],
      '--agency and --office are for officers',
    ],
    [['--id', 'test', '--role', 'officer', '--office', '01'], '--office needs --agency'],
    [['--key', 'mine'], "Unknown option '--key'"],
  ])('makes none for %j', (args, reason) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says how it is called', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage: npm run api-key') as string,
    });
  });
});
