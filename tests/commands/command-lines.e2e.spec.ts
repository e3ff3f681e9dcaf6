import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const SCRIPTS = resolve(__dirname, '..', '..', 'scripts');
/** What `npm run` calls, without those that take no option. */
const COMMANDS = [
  'start',
  'start-services',
  'replay',
  'bench',
  'infra',
  'backup',
  'restore',
  'api-key',
  'verify-audit',
  'lint-deploy',
];

function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(SCRIPTS, `${command}.mjs`), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
}

describe('every command', () => {
  it.each(COMMANDS)('%s says with --help how it is called, and ends with 0', (command) => {
    const { status, stdout, stderr } = run(command, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/npm (run|start)/);
  });

  it.each(COMMANDS)('%s refuses an option that it does not know in one line, and ends with 2', (command) => {
    const { status, stdout, stderr } = run(command, '--nonsense');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [join(SCRIPTS, 'replay.mjs'), '--help'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise<number | null>((done) => child.once('close', done));
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });
});
