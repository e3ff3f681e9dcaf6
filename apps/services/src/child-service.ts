import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** A process that lived this long was no failed start. */
const SETTLED_MS = 30_000;
const LOOK_MS = 50;
/** Longer than a service asks its database before it says what is missing. */
const ANSWER_MS = 5_000;

export interface ChildOptions {
  readonly name: string;
  /** From 1. */
  readonly replica: number;
  /** The compiled `main` of the service. */
  readonly main: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  /** An open file for what it writes to standard error; unset: this process's own. */
  readonly log?: number | undefined;
  /** Told when the process ended without having been asked to, and is started again. */
  readonly onCrash: (child: ChildService, how: string) => void;
}

/** One replica of a service as a process of its own: started again, at the same address, whenever it ends unasked. */
export class ChildService {
  readonly url: string;
  private child: ChildProcess | undefined;
  private running: Promise<string> = Promise.resolve('never started');
  private stopping = false;

  constructor(readonly options: ChildOptions) {
    this.url = `http://127.0.0.1:${options.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Also after {@link stop}. */
  start(): void {
    this.stopping = false;
    this.running = this.keepAlive();
  }

  /** Resolves once it takes requests, its groups joined. @throws after `boundMs` with the last that it said of itself */
  async ready(boundMs: number): Promise<void> {
    const end = performance.now() + boundMs;
    for (let state = 'no answer'; state !== 'ready'; await sleep(LOOK_MS)) {
      if (performance.now() > end)
        throw new Error(`${this.options.name} ${this.options.replica} is not ready: ${state}`);
      state = await this.state();
      if (state === 'ready') return;
    }
  }

  /** SIGTERM, and SIGKILL where that takes longer than `boundMs`. Resolves with how it ended: `exit code 0`, `SIGKILL`. */
  async stop(boundMs: number): Promise<string> {
    this.stopping = true;
    this.child?.kill('SIGTERM');
    const killer = setTimeout(() => this.child?.kill('SIGKILL'), boundMs);
    const how = await this.running;
    clearTimeout(killer);
    return how;
  }

  private async keepAlive(): Promise<string> {
    let how = 'never started';
    for (let pauseMs = FIRST_PAUSE_MS; !this.stopping;) {
      const began = performance.now();
      how = await this.runOnce();
      if (this.stopping) break;
      this.options.onCrash(this, how);
      pauseMs =
        performance.now() - began > SETTLED_MS ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      await sleep(pauseMs);
    }
    return how;
  }

  private runOnce(): Promise<string> {
    const { main, port, env, log = 'inherit' } = this.options;
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [main, '--port', String(port)], {
        env,
        // The channel tells the child when this process is gone.
        stdio: ['ignore', 'ignore', log, 'ipc'],
      });
      this.child = child;
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  private async state(): Promise<string> {
    try {
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(ANSWER_MS) });
      const { status, checks } = (await answer.json()) as { status: string; checks: Record<string, string> };
      return status === 'ready' ? status : JSON.stringify(checks);
    } catch {
      return 'no answer';
    }
  }
}
