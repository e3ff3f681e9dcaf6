import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { type Socket } from 'node:net';
import { lastLines } from './command';
import { type Engine, EngineError } from './engine';
import { engineClassPath } from './jars';
import { requireFreePort } from './ports';
import { waitUntil } from './wait-until';

const READY_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;

/** Java's quick compiler only: its other one takes longer over a program than many a run of it lasts. */
export const QUICK_COMPILER: readonly string[] = ['-XX:TieredStopAtLevel=1'];

/** For small heaps full of what is soon over: half of it for that, and no thread that collects beside the others. */
const COLLECTOR: readonly string[] = ['-XX:+UseSerialGC', '-XX:NewRatio=1'];

export interface JavaProgram {
  /** For messages. */
  readonly name: string;
  readonly port: number;
  readonly mainClass: string;
  readonly args: readonly string[];
  readonly heapMegabytes: number;
  /** Further options of Java. */
  readonly flags: readonly string[];
  /** System properties, without `-D`. */
  readonly properties: readonly string[];
  /** Takes what the program prints. */
  readonly logFile: string;
  readonly detached: boolean;
  /** One attempt to use it as a client. */
  readonly probe: () => Promise<void>;
}

/** A Java program that serves a port. It ends with this process unless it is detached. */
export class JavaEngine implements Engine {
  private child: ChildProcess | undefined;
  private failure: Error | undefined;
  private logStart = 0;

  constructor(private readonly program: JavaProgram) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async start(): Promise<void> {
    if (this.child !== undefined) return;
    const classPath = await engineClassPath();
    await requireFreePort(this.program.port, this.program.name);
    this.spawn(classPath);
    try {
      await waitUntil(this.program.probe, READY_LIMIT_MS, () => this.requireRunning());
    } catch (error) {
      await this.kill();
      throw this.explain(error);
    }
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private spawn(classPath: string): void {
    const { mainClass, args, heapMegabytes, flags, properties, logFile, detached } = this.program;
    const options = [
      `-Xmx${heapMegabytes}m`,
      ...COLLECTOR,
      ...flags,
      ...properties.map((property) => `-D${property}`),
    ];
    const main = detached ? [mainClass] : ['Supervised', mainClass];
    this.logStart = existsSync(logFile) ? statSync(logFile).size : 0;
    const log = openSync(logFile, 'a');
    const child = spawn('java', [...options, '-cp', classPath, ...main, ...args], {
      detached,
      stdio: [detached ? 'ignore' : 'pipe', log, log],
    });
    closeSync(log);
    this.failure = undefined;
    this.child = child;
    child.once('error', (error) => this.ended(child, error));
    child.once('exit', (code, signal) =>
      this.ended(child, new Error(`it ended with ${signal ?? `exit code ${code}`}`)),
    );
    // Neither the process nor its pipe keeps a test run or a script from ending.
    child.unref();
    (child.stdin as Socket | null)?.unref();
  }

  private ended(child: ChildProcess, why: Error): void {
    if (this.child !== child) return;
    this.child = undefined;
    this.failure = why;
  }

  private requireRunning(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    child.ref();
    const exited = once(child, 'exit');
    const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.kill(signal);
    await exited;
    clearTimeout(overdue);
  }

  private explain(error: unknown): EngineError {
    const { name, port, logFile } = this.program;
    const why = error instanceof Error ? error.message : String(error);
    const log = readFileSync(logFile).subarray(this.logStart).toString('utf8');
    return new EngineError(
      `${name} did not start on port ${port}: ${why}; its last lines:\n${lastLines(log)}`,
    );
  }
}
