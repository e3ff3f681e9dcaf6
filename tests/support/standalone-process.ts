import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = resolve(__dirname, '..', '..', 'dist', 'apps', 'standalone', 'src', 'main.js');
const POLL_MS = 5;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The compiled system in a process of its own, on a free port of the loopback interface. */
export class StandaloneProcess {
  readonly startedAt = performance.now();
  readonly exited: Promise<Exit>;
  stdout = '';
  stderr = '';
  private exit: Exit | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly readyFile: string,
  ) {
    child.stdout?.on('data', (chunk) => (this.stdout += String(chunk)));
    child.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    // `close` comes after the last output, `exit` may come before.
    this.exited = new Promise((done) =>
      child.once('close', (code, signal) => done((this.exit = { code, signal }))),
    );
  }

  /**
   * Starts on `directory`, which it shares with later and earlier processes of the same test.
   * @param env settings without a flag; the test's own environment sets none
   */
  static start(
    directory: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): StandaloneProcess {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run npm run build first`);
    const readyFile = join(directory, `ready-${process.pid}-${++started}.json`);
    const flags = ['--port', '0', '--data-dir', join(directory, 'data'), '--ready-file', readyFile];
    const child = spawn(process.execPath, [MAIN, ...flags, ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new StandaloneProcess(child, readyFile);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get running(): boolean {
    return this.exit === undefined;
  }

  /** Resolves with what the ready file says, once it is there. */
  async ready(): Promise<{ readonly url: string; readonly pid: number }> {
    while (!existsSync(this.readyFile)) {
      if (this.exit)
        throw new Error(`ended with ${JSON.stringify(this.exit)} before it served:\n${this.stderr}`);
      await sleep(POLL_MS);
    }
    return JSON.parse(readFileSync(this.readyFile, 'utf8')) as { url: string; pid: number };
  }

  send(signal: NodeJS.Signals): Promise<Exit> {
    this.child.kill(signal);
    return this.exited;
  }
}

let started = 0;
