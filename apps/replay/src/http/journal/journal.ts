import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRecord } from '../client/problem-answer';

/** One acknowledged dossier. */
export interface JournalEntry {
  readonly key: string;
  readonly dossierNumber: string;
  /** Real time, epoch ms. */
  readonly sentAt: number;
  readonly acknowledgedAt: number;
}

/** The longest that an entry waits in memory (ms): what a kill may cost is sent again under its key. */
const FLUSH_MS = 100;
const NEWLINE = 0x0a;

/** Append-only NDJSON of what the target has acknowledged, so that a run goes on where it was stopped or killed. */
export class Journal {
  private lines: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private failed = false;

  private constructor(
    private readonly file: FileHandle,
    private readonly onFailure: (error: Error) => void,
  ) {}

  /** @param onFailure called once when the disk refuses what is written: the run must not go on then */
  static async open(path: string, onFailure: (error: Error) => void): Promise<Journal> {
    await mkdir(dirname(path), { recursive: true });
    return new Journal(await open(path, 'a', 0o600), onFailure);
  }

  add(entry: JournalEntry): void {
    this.lines.push(JSON.stringify(entry));
    this.timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  /** Writes the rest, and waits until the disk has it. */
  async close(): Promise<void> {
    this.flush();
    await this.writing;
    try {
      if (!this.failed) await this.file.datasync();
    } finally {
      await this.file.close();
    }
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lines.length === 0) return;
    const text = `${this.lines.join('\n')}\n`;
    this.lines = [];
    this.writing = this.writing.then(async () => {
      if (this.failed) return;
      try {
        await this.file.appendFile(text);
      } catch (error) {
        this.failed = true;
        const reason = error instanceof Error ? error.message : String(error);
        this.onFailure(new Error(`the journal of the run cannot be written: ${reason}`));
      }
    });
  }
}

/**
 * Reads a journal to the end of its last whole line, and cuts off what a kill tore: the next entry begins a line.
 * A file that is not there is an empty journal.
 * @throws Error in one line that names the line which is no entry
 */
export async function readJournal(path: string, each: (entry: JournalEntry) => void): Promise<void> {
  if (!existsSync(path)) return;
  let rest: Buffer = Buffer.alloc(0);
  let whole = 0;
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.subarray(end);
    whole += end;
    if (end === 0) continue;
    for (const line of bytes.toString('utf8', 0, end - 1).split('\n')) each(entryOf(line, ++lines));
  }
  if (rest.length > 0) await truncate(path, whole);
}

function entryOf(line: string, number: number): JournalEntry {
  const entry = parsed(line);
  if (isRecord(entry) && typeof entry['key'] === 'string' && typeof entry['dossierNumber'] === 'string')
    return entry as unknown as JournalEntry;
  throw new Error(
    `line ${number} of the run's journal is not an entry: repair it, or start anew in another directory`,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
