import { type RunCommand } from '../options/read-command';
import { type LegHooks } from './embedded-leg';
import { openRun } from './open-run';
import { phaseDisplay, SILENT } from './phase-display';
import { finishReport, type Findings } from './finish-report';
import { runEmbedded } from './run-embedded';
import { runOverHttp } from './run-over-http';
import { RunProgress } from './run-progress';

const WRONG = 1;
const DISK_FAILED = 1;

/**
 * Begins a run or goes on with one, and reports on it once it has ended. Answers 0, or 1 where anything was not as it had
 * to be; `interrupted` where the signal cut it off, with a line that says how to go on.
 */
export async function replay(command: RunCommand, signal: AbortSignal): Promise<number | 'interrupted'> {
  const { directory, leg, http } = await openRun(command);
  const progress = new RunProgress(directory.progress);
  const display = leg.quiet ? SILENT : phaseDisplay();
  const hooks: LegHooks = { display, signal, onDiskFailure: stopAtOnce };
  let findings: Findings | undefined;
  try {
    findings = http
      ? await runOverHttp(directory, http, progress, hooks)
      : await runEmbedded(directory, leg, progress, hooks);
  } finally {
    display.stop();
  }
  if (findings) return (await finishReport(directory, leg, progress, findings)) ? 0 : WRONG;
  const filed = progress.filed.toLocaleString('en-US');
  process.stderr.write(
    `Interrupted after ${filed} dossiers. Go on with: npm run replay -- --resume --data-dir ${directory.path}\n`,
  );
  return 'interrupted';
}

/** Nothing more can be kept: whatever was not on disk is done again when the run is resumed. */
function stopAtOnce(fault: Error): never {
  process.stderr.write(`${fault.message}\n`);
  process.exit(DISK_FAILED);
}
