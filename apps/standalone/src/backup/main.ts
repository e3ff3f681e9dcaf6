import { statSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { type BackupRecord, restoreBackup, takeBackup } from '@lienthong/embedded';
import { DEFAULT_DATA_DIR, programVersion } from '@lienthong/platform';

const REFUSED = 2;
/** Where a dossier is kept by the service that takes it. */
const DOSSIERS = 'aggregate_submissions';
const EXIT_CODES =
  '\nEnds with 0 when it is done and verified, 1 where that failed (damage, a full disk), 2 for what cannot be as asked for.';

/** `npm run backup`: a backup of a data directory, also while a system runs on it. Answers the exit code. */
export function backUp(args: readonly string[]): number {
  const program = command(
    'backup',
    'Takes a backup of a data directory into one file, also while the system runs on it. Verifies it; overwrites nothing.',
  )
    .addOption(
      new Option('--data-dir <path>', 'directory that keeps everything')
        .env('DATA_DIR')
        .default(DEFAULT_DATA_DIR),
    )
    .requiredOption('--to <file>', 'the file to make');
  return carryOut(program, args, () => {
    const { dataDir, to } = program.opts<{ dataDir: string; to: string }>();
    const record = takeBackup({ directory: dataDir, to, version: programVersion() });
    return `Backed up ${dataDir} to ${to}: ${described(record)}, ${megabytes(to)} MB, verified.`;
  });
}

/** `npm run restore`: a data directory made of a backup. Answers the exit code. */
export function restore(args: readonly string[]): number {
  const program = command(
    'restore',
    'Makes a data directory of a backup. Verifies it first; overwrites nothing.',
  )
    .requiredOption('--from <file>', 'what npm run backup made')
    .requiredOption('--data-dir <path>', 'a directory without data, made where it is missing');
  return carryOut(program, args, () => {
    const { dataDir, from } = program.opts<{ dataDir: string; from: string }>();
    const record = restoreBackup({ from, directory: dataDir });
    return `Restored ${dataDir} from ${from}: ${described(record)}, verified. Go on with: npm start -- --data-dir ${dataDir}`;
  });
}

function command(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXIT_CODES)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .exitOverride();
}

function carryOut(program: Command, args: readonly string[], work: () => string): number {
  try {
    program.parse(args, { from: 'user' });
    process.stdout.write(`${work()}\n`);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : REFUSED;
    const { exitCode } = error as { readonly exitCode?: number };
    if (exitCode === undefined) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return exitCode;
  }
}

function described({ takenAt, rows, version }: BackupRecord): string {
  const dossiers = (rows[DOSSIERS] ?? 0).toLocaleString('en-US');
  return `${dossiers} dossiers as of ${takenAt}, by version ${version}`;
}

function megabytes(file: string): string {
  return (statSync(file).size / 1e6).toLocaleString('en-US', { maximumFractionDigits: 1 });
}
