import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { changeApplier } from './apply-changes';
import { openForWriting, type Durability } from './connection';
import { type Change } from './participant';
import { revived, type ThreadError } from './thread-error';

/** Writes one consistent cut at a time. */
export interface Writer {
  write(changes: readonly Change[]): Promise<void>;
  close(): Promise<void>;
}

/** Writes on a thread of its own, so that encoding and syncing overlap with deciding. */
export class ThreadWriter implements Writer {
  private readonly worker: Worker;
  private readonly exited: Promise<void>;
  private settle: ((error?: Error) => void) | undefined;

  constructor(path: string, durability: Durability) {
    this.worker = new Worker(workerFile(), { workerData: { path, durability } });
    this.exited = new Promise((resolve) => this.worker.once('exit', () => resolve()));
    this.worker.on('message', (error: ThreadError | undefined) =>
      this.settle?.(error === undefined ? undefined : revived(error)),
    );
    this.worker.on('error', (error) => this.settle?.(error));
  }

  write(changes: readonly Change[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.settle = (error) => {
        this.settle = undefined;
        if (error) reject(error);
        else resolve();
      };
      this.worker.postMessage(changes);
    });
  }

  async close(): Promise<void> {
    this.worker.postMessage('close');
    await this.exited;
  }
}

/** Writes on the calling thread: where there is no compiled worker to start (tests that run the sources). */
export class InlineWriter implements Writer {
  private readonly db;
  private readonly apply;

  constructor(path: string, durability: Durability) {
    this.db = openForWriting(path, durability);
    this.apply = changeApplier(this.db);
  }

  async write(changes: readonly Change[]): Promise<void> {
    this.apply(changes);
  }

  async close(): Promise<void> {
    this.db.close();
  }
}

function workerFile(): string {
  return join(__dirname, 'sqlite.worker.js');
}

export function createWriter(path: string, durability: Durability): Writer {
  return existsSync(workerFile()) ? new ThreadWriter(path, durability) : new InlineWriter(path, durability);
}
