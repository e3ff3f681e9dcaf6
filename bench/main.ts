import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Table from 'cli-table3';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
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

interface Flags {
  readonly only?: string;
  readonly cases?: number;
  readonly child?: true;
}

/**
 * `npm run bench [-- --only <name>] [--cases <n>]`: each benchmark in a process of its own, so that memory is its
 * own; prints a table and writes `bench/results/<name>.json`. Exits 2 with one line for a wrong option.
 */
export async function main(args: readonly string[]): Promise<void> {
  const values = readFlags(args);
  const names = Object.keys(BENCHMARKS).filter((name) => values.only === undefined || values.only === name);
  if (values.child) {
    const benchmark = BENCHMARKS[names[0] ?? ''];
    if (benchmark) process.stdout.write(JSON.stringify(await benchmark.run(values.cases ?? benchmark.cases)));
    return;
  }
  const results = names.map((name) => runApart(name, values.cases?.toString()));
  for (const result of results) writeResult(RESULTS, result);
  process.stdout.write(`${render(results)}\n`);
}

function readFlags(args: readonly string[]): Flags {
  const command = new Command('npm run bench --')
    .description('Runs the benchmarks, prints a table and writes bench/results/<name>.json.')
    .addOption(new Option('--only <name>', 'one of them').choices(Object.keys(BENCHMARKS)))
    .option('--cases <n>', 'how many cases, instead of as many as each is made for', wholeNumber)
    .addOption(new Option('--child').hideHelp())
    .allowExcessArguments(false)
    .exitOverride();
  try {
    return command.parse([...args], { from: 'user' }).opts<Flags>();
  } catch (error) {
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
    throw error;
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number from 1 is expected.');
  return Number(text);
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
