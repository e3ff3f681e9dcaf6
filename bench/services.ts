import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Dossier } from '@lienthong/contracts';
import { benchDossiers } from './bench-dossiers';
import { type BenchResult, machine } from './bench-result';
import { runHttpClient } from './http';
import { percentiles } from './percentiles';
import { RunningServices } from './running-services';
import { StageTimes, type TimelineEntryBody } from './stage-times';

const ALONE = 200;
/** So many dossiers are worked before anything is measured, and so many one by one: the engines compile what is hot. */
const WARM_UP = 1_000;
const WARM_UP_ALONE = 200;
const LOOK_MS = 2;

/** Every service a process of its own on Kafka and MongoDB, engines and client on the same machine. */
export async function benchServices(cases: number): Promise<BenchResult> {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const services = await RunningServices.start(directory);
  try {
    await runHttpClient(services.url, WARM_UP);
    await services.completed(WARM_UP);

    const handled = /^lienthong_messages_total\{.*outcome="handled"/;
    const before = {
      costs: services.costs(),
      messages: await services.metric(handled),
      disk: services.diskBytes(),
    };
    const began = performance.now();
    const report = await runHttpClient(services.url, cases, WARM_UP);
    await services.completed(WARM_UP + cases);
    const seconds = (performance.now() - began) / 1000;
    const after = {
      costs: services.costs(),
      messages: await services.metric(handled),
      disk: services.diskBytes(),
    };

    await workAlone(services, WARM_UP_ALONE, WARM_UP + cases);
    const alone = await workAlone(services, ALONE, WARM_UP + cases + WARM_UP_ALONE);
    const cpuMsPerCase = Object.fromEntries(
      [...after.costs].map(([name, { cpuMs }]) => [
        name,
        round((cpuMs - (before.costs.get(name)?.cpuMs ?? 0)) / cases),
      ]),
    );
    const peaks = [...after.costs.values()].map(({ peakRssBytes }) => peakRssBytes);
    return {
      name: 'services',
      at: new Date().toISOString(),
      machine: machine(),
      cases,
      casesPerSecond: Math.round(cases / seconds),
      ...percentiles(alone.wholeMs),
      peakRssBytes: peaks.reduce((sum, peak) => sum + peak, 0),
      diskBytesPerCase: Math.round((after.disk - before.disk) / cases),
      messagesPerSecond: Math.round((after.messages - before.messages) / seconds),
      notes: {
        conditions: 'one process a service, Kafka and MongoDB-wire server and client on the same cores',
        latency: `of one case alone, from sending it until its end is published and GET shows it, over ${ALONE}`,
        answerMs: percentiles(report.answerMs),
        cpuMsPerCase,
        stagesMs: alone.stages.medians(),
        peakRssMiB: Object.fromEntries(
          [...after.costs].map(([name, { peakRssBytes }]) => [name, Math.round(peakRssBytes / 2 ** 20)]),
        ),
      },
    };
  } finally {
    await services.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Alone {
  readonly wholeMs: readonly number[];
  readonly stages: StageTimes;
}

/**
 * One case after the other, nothing else going on.
 * @param done how many cases are through already
 */
async function workAlone(services: RunningServices, count: number, done: number): Promise<Alone> {
  const wholeMs: number[] = [];
  const stages = new StageTimes();
  const { url } = services;
  let completed = done;
  for (const { key, dossier } of benchDossiers(count, done)) {
    const sent = performance.now();
    const number = await submit(url, key, dossier);
    const answered = performance.now();
    // To ask again and again would take the cores from the case.
    await services.completed(++completed);
    while ((await statusOf(url, number)) !== 'completed') await sleep(LOOK_MS);
    wholeMs.push(performance.now() - sent);
    stages.add(answered - sent, await timelineOf(url, number));
  }
  return { wholeMs, stages };
}

async function submit(url: string, key: string, dossier: Dossier): Promise<string> {
  const answer = await fetch(`${url}/v1/dossiers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(dossier),
  });
  if (answer.status !== 202) throw new Error(`${key} was answered ${answer.status}`);
  return ((await answer.json()) as { dossierNumber: string }).dossierNumber;
}

async function statusOf(url: string, number: string): Promise<string> {
  const answer = await fetch(`${url}/v1/dossiers/${number}`);
  return ((await answer.json()) as { status: string }).status;
}

async function timelineOf(url: string, number: string): Promise<readonly TimelineEntryBody[]> {
  const answer = await fetch(`${url}/v1/dossiers/${number}/timeline`);
  return ((await answer.json()) as { entries: TimelineEntryBody[] }).entries;
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
