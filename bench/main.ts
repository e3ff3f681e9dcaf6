import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type BenchResult, writeResult } from './bench-result';
import { benchConsole } from './console';
import { benchConsoleServices } from './console-services';
import { benchHttp } from './http';
import { benchInProcess } from './in-process';
import { benchServices } from './services';

const BENCHMARKS: Readonly<
  Record<string, { readonly cases: number; readonly run: (cases: number) => Promise<BenchResult> }>
> = {
  'in-process': { cases: 50_000, run: benchInProcess },
  http: { cases: 20_000, run: benchHttp },
  console: { cases: 9_000, run: benchConsole },
  'console-services': { cases: 1_800, run: benchConsoleServices },
  services: { cases: 5_000, run: benchServices },
};
const RESULTS = join(process.cwd(), 'bench', 'results');

/**
 * `npm run bench [-- --only <name>] [--cases <n>]`: each benchmark in a process of its own, so that memory is its
 * own; prints a table and writes `bench/results/<name>.json`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, cases: { type: 'string' }, child: { type: 'boolean' } },
  });
  const names = Object.keys(BENCHMARKS).filter((name) => values.only === undefined || values.only === name);
  if (names.length === 0)
    throw new Error(`--only is ${values.only}: allowed is ${Object.keys(BENCHMARKS).join(' | ')}`);
  if (values.child) {
    const benchmark = BENCHMARKS[names[0] ?? ''];
    if (benchmark)
      process.stdout.write(JSON.stringify(await benchmark.run(Number(values.cases ?? benchmark.cases))));
    return;
  }
  const results = names.map((name) => runApart(name, values.cases));
  for (const result of results) writeResult(RESULTS, result);
  process.stdout.write(`${render(results)}\n`);
}

function runApart(name: string, cases: string | undefined): BenchResult {
  const args = [__filename, '--child', '--only', name, ...(cases === undefined ? [] : ['--cases', cases])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the benchmark ${name} failed`);
  return JSON.parse(stdout) as BenchResult;
}

function render(results: readonly BenchResult[]): string {
  const table = new Table({
    head: ['Benchmark', 'Cases', 'Cases/s', 'Messages/s', 'p50 ms', 'p99 ms', 'Peak RSS MiB', 'Disk B/case'],
    style: { head: [], border: [] },
  });
  for (const r of results) {
    const rss = Math.round(r.peakRssBytes / 2 ** 20);
    table.push([
      r.name,
      r.cases,
      r.casesPerSecond,
      r.messagesPerSecond,
      r.p50Ms,
      r.p99Ms,
      rss,
      r.diskBytesPerCase,
    ]);
  }
  return table.toString();
}

if (require.main === module) void main(process.argv.slice(2));
