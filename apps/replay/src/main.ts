import 'reflect-metadata';
import { commandLine } from './command-line';
import { StopSignals } from './run/stop-signals';

/** `npm run replay`: the load tester. What it ends with is in `--help`. */
export async function main(args: readonly string[]): Promise<void> {
  const stop = new StopSignals();
  const code = await commandLine(args, stop.signal);
  process.exitCode = code === 'interrupted' ? stop.exitCode : code;
}

if (require.main === module) void main(process.argv.slice(2));
