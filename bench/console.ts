import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Type } from '@nestjs/common';
import { Overview } from '../apps/console/src/overview/overview';
import { CaseList } from '../apps/console/src/cases/case-list';
import { Freshness } from '../apps/console/src/read-model/freshness';
import { IntakeService } from '../apps/gateway/src/intake/intake.service';
import { directoryBytes } from '../apps/replay/src/run/directory-bytes';
import { Standalone } from '../apps/standalone/src/standalone';
import { benchDossiers } from './bench-dossiers';
import { type BenchResult, machine } from './bench-result';
import { benchSettings } from './bench-settings';
import { Completions } from './completions';
import { Looks } from './looks';
import { offer } from './offer';
import { percentiles } from './percentiles';

/** Dossiers a second: what the console's freshness is promised at. */
const RATE = 300;

/** How far the console is behind while dossiers come at a steady rate, and how long its pages take meanwhile. */
export async function benchConsole(cases: number): Promise<BenchResult> {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const standalone = await Standalone.open(benchSettings(directory, 'on'), (error) => {
    throw error;
  });
  const get = <T>(token: Type<T>): T => standalone.app.get(token, { strict: false });
  const completions = new Completions(standalone);
  const list = get(CaseList);
  const overview = get(Overview);
  const looks = new Looks(
    () => list.page({}, '-updatedAt', 100),
    () => overview.view(),
  );
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const looking = looks.run();
  const intake = get(IntakeService);
  const lateMs = await offer(benchDossiers(cases), RATE, ({ key, dossier }) =>
    intake.submitPlain(key, dossier, Date.now()),
  );
  await completions.drained();
  const seconds = (performance.now() - began) / 1000;
  looks.stop();
  await looking;
  const cpu = process.cpuUsage(cpuBefore);
  const { p50Ms = 0, p99Ms = 0 } = get(Freshness).percentiles();
  const { messages, completed } = completions;
  await standalone.stop();
  const diskBytesPerCase = Math.round(directoryBytes(directory) / cases);
  rmSync(directory, { recursive: true, force: true });
  if (completed !== cases) throw new Error(`${completed} of ${cases} cases completed`);
  return {
    name: 'console',
    at: new Date().toISOString(),
    machine: machine(),
    cases,
    casesPerSecond: Math.round(cases / seconds),
    p50Ms: Math.round(p50Ms * 100) / 100,
    p99Ms: Math.round(p99Ms * 100) / 100,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    diskBytesPerCase,
    messagesPerSecond: Math.round(messages / seconds),
    notes: {
      offeredPerSecond: RATE,
      latestSendMs: Math.round(lateMs),
      latency:
        'freshness: from the publication of a batch’s oldest event to its being visible, of the latest 2,000 batches',
      listMs: percentiles(looks.listMs),
      overviewMs: percentiles(looks.overviewMs),
      cpuMsPerCase: Math.round((cpu.user + cpu.system) / cases) / 1000,
    },
  };
}
