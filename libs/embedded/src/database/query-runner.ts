import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openForReading } from './connection';
import { revived, type ThreadError } from './thread-error';

/** Rows of what is on disk, each the values of its columns. One query at a time, in the order asked. */
export interface QueryRunner {
  rows(sql: string, values: readonly (string | number)[]): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** What the thread answers. */
export type QueryAnswer = { readonly rows: readonly unknown[] } | { readonly error: ThreadError };

interface Asked {
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Queries on a thread and a connection of their own: counting a million rows takes seconds, in which the deciding thread
 * goes on (docs/decisions/0017).
 */
export class ThreadQueryRunner implements QueryRunner {
  private worker: Worker | undefined;
  private readonly asked: Asked[] = [];

  constructor(private readonly path: string) {}

  rows(sql: string, values: readonly (string | number)[]): Promise<readonly unknown[]> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject });
      worker.postMessage({ sql, values });
    });
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close');
    await exited;
  }

  /** Started by the first query: what never asks pays for no thread. */
  private start(): Worker {
    const worker = new Worker(workerFile(), { workerData: { path: this.path } });
    worker.on('message', (answer: QueryAnswer) => {
      const asked = this.asked.shift();
      if ('rows' in answer) asked?.resolve(answer.rows);
      else asked?.reject(revived(answer.error));
    });
    worker.on('error', (error) => {
      this.worker = undefined;
      for (const asked of this.asked.splice(0)) asked.reject(error);
    });
    return worker;
  }
}

/** Queries on the calling thread: where there is no compiled worker to start (tests that run the sources). */
export class InlineQueryRunner implements QueryRunner {
  private readonly db;

  constructor(path: string) {
    this.db = openForReading(path);
  }

  async rows(sql: string, values: readonly (string | number)[]): Promise<readonly unknown[]> {
    return this.db
      .prepare(sql)
      .raw()
      .all([...values]);
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

function workerFile(): string {
  return join(__dirname, 'query.worker.js');
}

/** A runner that lets `heed` see what SQLite throws, and rejects with what that answers. */
export function createQueryRunner(path: string, heed: (error: unknown) => unknown): QueryRunner {
  const runner = existsSync(workerFile()) ? new ThreadQueryRunner(path) : new InlineQueryRunner(path);
  return {
    rows: (sql, values) =>
      runner.rows(sql, values).catch((error: unknown) => {
        throw heed(error);
      }),
    close: () => runner.close(),
  };
}
