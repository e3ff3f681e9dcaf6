import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { endProcess, isRunning } from './processes';

const MARKER = 'lienthong-marked-process';

describe('a recorded process', () => {
  let child: ChildProcess;

  beforeEach(async () => {
    child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1e6)', MARKER]);
    await once(child.stdout!, 'data');
  });

  afterEach(() => void child.kill('SIGKILL'));

  it('is known by its number and its command line', async () => {
    expect(await isRunning({ pid: child.pid!, marker: MARKER, address: '' })).toBe(true);
  });

  it('is not another process that has got its number', async () => {
    expect(await isRunning({ pid: child.pid!, marker: 'lienthong-other', address: '' })).toBe(false);
  });

  it('is ended, and may be ended again', async () => {
    const record = { pid: child.pid!, marker: MARKER, address: '' };
    await endProcess(record);
    expect(await isRunning(record)).toBe(false);
    await expect(endProcess(record)).resolves.toBeUndefined();
  });
});
