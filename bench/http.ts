import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Standalone } from '../apps/standalone/src/standalone';
import { directoryBytes } from '../apps/replay/src/run/directory-bytes';
import { type BenchResult, machine } from './bench-result';
import { benchSettings } from './bench-settings';
import { Completions } from './completions';
import { type HttpClientReport } from './http-client';
import { percentiles } from './percentiles';

/** The same system, its dossiers submitted over HTTP by a client process on the same machine. */
export async function benchHttp(cases: number): Promise<BenchResult> {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const standalone = await Standalone.open(benchSettings(directory), (error) => {
    throw error;
  });
  const completions = new Completions(standalone);
  const url = await standalone.serve();

  const began = performance.now();
  const report = await runHttpClient(url, cases);
  await completions.drained();
  const seconds = (performance.now() - began) / 1000;
  if (completions.completed !== cases)
    throw new Error(`${completions.completed} of ${cases} cases completed`);
  const { messages } = completions;

  await standalone.stop();
  const diskBytesPerCase = Math.round(directoryBytes(directory) / cases);
  rmSync(directory, { recursive: true, force: true });
  return {
    name: 'http',
    at: new Date().toISOString(),
    machine: machine(),
    cases,
    casesPerSecond: Math.round(cases / seconds),
    ...percentiles(report.answerMs),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    diskBytesPerCase,
    messagesPerSecond: Math.round(messages / seconds),
    notes: {
      connections: report.connections,
      latency: 'of the 202 under this load; the client shares the two cores',
    },
  };
}

/** Submits so many dossiers from a process of its own, leaving out the first `skip`. */
export function runHttpClient(url: string, cases: number, skip = 0): Promise<HttpClientReport> {
  return new Promise((resolve, reject) => {
    const client = fork(join(__dirname, 'http-client.js'), [url, String(cases), String(skip)], {
      serialization: 'advanced',
    });
    client.once('message', (report) => resolve(report as HttpClientReport));
    client.once('error', reject);
    client.once('exit', (code) => code !== 0 && reject(new Error(`the client ended with ${code}`)));
  });
}
