import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntakeService } from '../apps/gateway/src/intake/intake.service';
import { Standalone } from '../apps/standalone/src/standalone';
import { benchDossiers } from './bench-dossiers';
import { directoryBytes } from '../apps/replay/src/run/directory-bytes';
import { type BenchResult, machine } from './bench-result';
import { benchSettings } from './bench-settings';
import { Completions } from './completions';
import { percentiles } from './percentiles';

/** Submissions under way at once: enough to fill batches, as a busy gateway would. */
const IN_FLIGHT = 512;
const ALONE = 300;
const RSS_EVERY = 10_000;

/** The whole system in one process, dossiers validated and submitted without HTTP. */
export async function benchInProcess(cases: number): Promise<BenchResult> {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const standalone = await Standalone.open(benchSettings(directory), (error) => {
    throw error;
  });
  const intake = standalone.app.get(IntakeService, { strict: false });
  const completions = new Completions(standalone);
  const dossiers = benchDossiers(cases + ALONE);
  const rssMiB: number[] = [];

  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  let submitted = 0;
  const submitSome = async (): Promise<void> => {
    while (submitted < cases) {
      const next = dossiers.next();
      if (next.done) return;
      if (++submitted % RSS_EVERY === 0) rssMiB.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
      await intake.submitPlain(next.value.key, next.value.dossier, Date.now());
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, submitSome));
  await completions.drained();
  const seconds = (performance.now() - began) / 1000;
  if (completions.completed !== cases)
    throw new Error(`${completions.completed} of ${cases} cases completed`);
  const { messages } = completions;
  const cpu = process.cpuUsage(cpuBefore);

  const cpuMsPerCase = Math.round((cpu.user + cpu.system) / cases) / 1000;

  const alone: number[] = [];
  for (const { key, dossier } of dossiers) {
    const start = performance.now();
    await intake.submitPlain(key, dossier, Date.now());
    await completions.drained();
    alone.push(performance.now() - start);
  }
  if (completions.completed !== cases + alone.length) throw new Error('a case alone did not complete');

  await standalone.stop();
  const diskBytesPerCase = Math.round(directoryBytes(directory) / (cases + alone.length));
  rmSync(directory, { recursive: true, force: true });
  return {
    name: 'in-process',
    at: new Date().toISOString(),
    machine: machine(),
    cases,
    casesPerSecond: Math.round(cases / seconds),
    ...percentiles(alone),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    diskBytesPerCase,
    messagesPerSecond: Math.round(messages / seconds),
    notes: {
      inFlight: IN_FLIGHT,
      latency: `of ${alone.length} cases, one at a time`,
      rssMiBEvery10000Cases: rssMiB,
      cpuMsPerCase,
    },
  };
}
