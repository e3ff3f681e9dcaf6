import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OverviewView } from '@lienthong/contracts';
import { benchDossiers } from './bench-dossiers';
import { type BenchResult, machine } from './bench-result';
import { Looks } from './looks';
import { offer } from './offer';
import { percentiles } from './percentiles';
import { RunningServices } from './running-services';

/** Dossiers a second that engines, services and this client carry together on two cores, with room to spare. */
const RATE = 30;
/** Worked before anything is measured: the engines compile what is hot. The console measures the latest 2,000 batches. */
const WARM_UP = 300;
const HANDLED = /^lienthong_messages_total\{.*outcome="handled"/;

/** {@link benchConsole} with every service in a process of its own on Kafka and MongoDB, at a modest rate. */
export async function benchConsoleServices(cases: number): Promise<BenchResult> {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const services = await RunningServices.start(directory);
  try {
    const { url } = services;
    await offer(benchDossiers(WARM_UP), RATE, ({ key, dossier }) => submit(url, key, dossier));
    await services.completed(WARM_UP);
    const before = {
      costs: services.costs(),
      messages: await services.metric(HANDLED),
      disk: services.diskBytes(),
    };
    const looks = new Looks(
      () => ask(`${url}/v1/operations/cases?sort=-updatedAt&limit=100`),
      () => ask(`${url}/v1/operations/overview`),
    );
    const looking = looks.run();
    const busyAtStart = loadavg()[0] ?? NaN;
    const began = performance.now();
    const lateMs = await offer(benchDossiers(cases, WARM_UP), RATE, ({ key, dossier }) =>
      submit(url, key, dossier),
    );
    await services.completed(WARM_UP + cases);
    const seconds = (performance.now() - began) / 1000;
    looks.stop();
    await looking;
    const { freshness } = await ask<OverviewView>(`${url}/v1/operations/overview`);
    const costs = services.costs();
    return {
      name: 'console-services',
      at: new Date().toISOString(),
      machine: machine(),
      cases,
      casesPerSecond: Math.round(cases / seconds),
      p50Ms: round(freshness.p50Ms),
      p99Ms: round(freshness.p99Ms),
      peakRssBytes: [...costs.values()].reduce((sum, { peakRssBytes }) => sum + peakRssBytes, 0),
      diskBytesPerCase: Math.round((services.diskBytes() - before.disk) / cases),
      messagesPerSecond: Math.round(((await services.metric(HANDLED)) - before.messages) / seconds),
      notes: {
        conditions:
          'one process a service, Kafka, MongoDB-wire server and client on the same cores, which others may have used too',
        loadAverage: { start: round(busyAtStart), end: round(loadavg()[0] ?? NaN) },
        offeredPerSecond: RATE,
        latestSendMs: Math.round(lateMs),
        latency:
          'freshness: from the publication of a batch’s oldest event to its being visible, of the latest 2,000 batches',
        listMs: percentiles(looks.listMs),
        overviewMs: percentiles(looks.overviewMs),
        cpuMsPerCase: Object.fromEntries(
          [...costs].map(([name, { cpuMs }]) => [
            name,
            round((cpuMs - (before.costs.get(name)?.cpuMs ?? 0)) / cases),
          ]),
        ),
      },
    };
  } finally {
    await services.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function ask<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`);
  return (await answer.json()) as T;
}

async function submit(url: string, key: string, dossier: object): Promise<void> {
  const answer = await fetch(`${url}/v1/dossiers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(dossier),
  });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`${key} was answered ${answer.status}`);
}

function round(value = NaN): number {
  return Math.round(value * 100) / 100;
}
