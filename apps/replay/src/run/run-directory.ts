import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '@lienthong/embedded';
import { BadOption } from '../options/bad-option';
import { DEFAULT_DATA_DIR, FORMER_DATA_DIR } from '../options/program';
import { factsOf, type LegOptions, type RunOptions } from '../options/run-options';

const LAYOUT = 1;
const RECORD = 'run.json';
const PROGRESS = 'progress.json';
const SYSTEM = 'system';
const JOURNAL = 'journal.ndjson';
/** What a run leaves in its directory, and all that `--overwrite` removes. */
const OURS: ReadonlySet<string> = new Set([RECORD, PROGRESS, SYSTEM, JOURNAL]);

interface RunRecord {
  readonly layout: typeof LAYOUT;
  /** ISO 8601, real time. */
  readonly begunAt: string;
  readonly options: RunOptions;
  /** How its first leg was driven: what later ones follow unless they are told otherwise. */
  readonly leg: LegOptions;
}

/** Everything one run keeps: what it is, how far it is, and the data of the system that it drives. */
export class RunDirectory {
  private constructor(
    readonly path: string,
    readonly record: RunRecord,
  ) {}

  /**
   * Makes a fresh run. What it is is on disk before anything else of it.
   * @throws BadOption where the directory holds something already
   */
  static begin(path: string, options: RunOptions, leg: LegOptions, overwrite: boolean): RunDirectory {
    const found = existsSync(path) ? readdirSync(path) : [];
    const isRun = found.includes(RECORD);
    if (found.length > 0 && !isRun)
      throw new BadOption(`--data-dir ${path} holds something that is no run: choose another directory`);
    if (isRun && !overwrite)
      throw new BadOption(
        `--data-dir ${path} holds a run: go on with it by --resume, replace it by --overwrite, or choose another directory`,
      );
    for (const name of found.filter((name) => OURS.has(name)))
      rmSync(join(path, name), { recursive: true, force: true });
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const record: RunRecord = { layout: LAYOUT, begunAt: new Date().toISOString(), options, leg };
    writeWhole(join(path, RECORD), JSON.stringify(record, undefined, 2));
    return new RunDirectory(path, record);
  }

  /**
   * Opens a run to go on with it.
   * @param given what the command line says besides, by option name: it must not contradict the run
   * @throws BadOption where there is no run, or one of other options
   */
  static resume(path: string, given: ReadonlyMap<string, string>): RunDirectory {
    const file = join(path, RECORD);
    if (!existsSync(file)) throw new BadOption(`--resume: there is no run in ${path}${formerRun(path)}`);
    const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    if (record.layout !== LAYOUT)
      throw new BadOption(`--resume: the run in ${path} was made by another version: begin it anew`);
    const facts = factsOf(record.options);
    for (const [name, value] of given) {
      const kept = facts.get(name);
      if (kept !== value)
        throw new BadOption(
          `--${name} is ${value}, but the run in ${path} has ${kept ?? 'none'}: leave it out, or choose another --data-dir`,
        );
    }
    return new RunDirectory(path, record);
  }

  get options(): RunOptions {
    return this.record.options;
  }

  /** Data directory of the embedded system. */
  get system(): string {
    return join(this.path, SYSTEM);
  }

  /** What was acknowledged over HTTP. */
  get journal(): string {
    return join(this.path, JOURNAL);
  }

  get progress(): string {
    return join(this.path, PROGRESS);
  }
}

/** Where a run of before may lie that the default no longer names. */
function formerRun(path: string): string {
  if (path !== DEFAULT_DATA_DIR || !existsSync(join(FORMER_DATA_DIR, RECORD))) return '';
  return `; an earlier version left one in ${FORMER_DATA_DIR}: add --data-dir ${FORMER_DATA_DIR}`;
}
