import { existsSync, readFileSync } from 'node:fs';
import { runCommand } from '../engines/command';
import { waitUntil } from '../engines/wait-until';
import { type ProcessRecord } from './state';

const STOP_LIMIT_MS = 20_000;
const KILL_LIMIT_MS = 5_000;
const PS_TIMEOUT_MS = 5_000;

/** Whether the recorded process is there and is still the one that was recorded. */
export async function isRunning({ pid, marker }: ProcessRecord): Promise<boolean> {
  return (await commandLine(pid)).includes(marker);
}

/** Ends the recorded process: SIGTERM, and SIGKILL when it does not heed that within 20 s. */
export async function endProcess(record: ProcessRecord): Promise<void> {
  const gone = async () => {
    if (await isRunning(record)) throw new Error(`process ${record.pid} is still there`);
  };
  try {
    signal(record.pid, 'SIGTERM');
    await waitUntil(gone, STOP_LIMIT_MS);
  } catch {
    signal(record.pid, 'SIGKILL');
    await waitUntil(gone, KILL_LIMIT_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Empty when there is no such process, and for one that has ended but was not reaped. */
async function commandLine(pid: number): Promise<string> {
  if (!existsSync('/proc/self/cmdline'))
    return (await runCommand('ps', ['-o', 'command=', '-p', String(pid)], PS_TIMEOUT_MS)).output;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
