import { CommanderError } from 'commander';
import { isRefusal, programVersion } from '@lienthong/platform';
import { createProgram } from './options/program';
import { readCommand, type ReplayCommand } from './options/read-command';
import { compareRuns } from './run/compare-runs';
import { exportSource } from './run/export-source';
import { replay } from './run/replay';

const REFUSED = 2;

/**
 * Does what the arguments ask for and answers the exit code: 0, or 1 where a dossier missed its end, or 2 with one line on
 * standard error for what cannot be. `interrupted` where the signal cut a run off.
 */
export async function commandLine(
  args: readonly string[],
  signal: AbortSignal,
): Promise<number | 'interrupted'> {
  try {
    const program = createProgram(programVersion()).exitOverride();
    program.parse(args, { from: 'user' });
    return await carryOut(await readCommand(program), signal);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : REFUSED;
    if (!isRefusal(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
}

async function carryOut(command: ReplayCommand, signal: AbortSignal): Promise<number | 'interrupted'> {
  switch (command.kind) {
    case 'run':
      return replay(command, signal);
    case 'export':
      await exportSource(command.options, command.path, signal);
      return 0;
    case 'compare':
      await compareRuns(command.files, command.report);
      return 0;
  }
}
