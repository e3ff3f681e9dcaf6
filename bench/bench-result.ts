import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

export interface BenchResult {
  readonly name: string;
  /** ISO instant. */
  readonly at: string;
  readonly machine: string;
  readonly cases: number;
  readonly casesPerSecond: number;
  /** Of one case, from submission until its end is durable. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly peakRssBytes: number;
  readonly diskBytesPerCase: number;
  readonly messagesPerSecond: number;
  /** What else the run shows, e.g. memory over time. */
  readonly notes?: Readonly<Record<string, unknown>>;
}

export function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

export function writeResult(folder: string, result: BenchResult): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
}
