import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CASE_QUERIES } from '@lienthong/contracts';
import { Clock, type ClockKind } from '@lienthong/clock';
import { Engines } from '@lienthong/engine';
import {
  configureHttp,
  createHttpAdapter,
  guardEdge,
  loadGeography,
  Metrics,
  Readiness,
  readSettings,
  Settings,
  SystemModule,
} from '@lienthong/platform';
import { serveApiDocs } from '../src/api-docs/serve-api-docs';
import { GatewayModule } from '../src/gateway.module';
import { Backpressure, CASE_FEED, GEOGRAPHY, SIMULATION_CONTROL } from '../src/ports';
import { FILED_AT } from './dossiers';
import { MemoryCases, MemoryFeed } from './memory-cases';
import { MemoryEngines } from './memory-engines';

/** A clock that a test sets. */
export class TestClock extends Clock {
  kind: ClockKind = 'virtual';
  instant = FILED_AT;

  override now(): number {
    return this.instant;
  }
}

export interface TestingGateway {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly clock: TestClock;
  readonly engines: MemoryEngines;
  readonly cases: MemoryCases;
  readonly feed: MemoryFeed;
  readonly metrics: Metrics;
  /** What the optional back-pressure answers. */
  readonly load: { retryAfterSeconds: number | undefined };
  readonly readiness: { ok: boolean };
  readonly advances: number[];
}

/** The gateway on a free port of this machine, with its outside needs in memory. */
export async function startTestingGateway(
  env: Readonly<Record<string, string>> = {},
): Promise<TestingGateway> {
  const settings = readSettings({ SEED: '63', ...env }, []);
  const clock = new TestClock();
  const engines = new MemoryEngines(() => clock.now());
  const cases = new MemoryCases();
  const feed = new MemoryFeed();
  const metrics = new Metrics();
  const load: TestingGateway['load'] = { retryAfterSeconds: undefined };
  const readiness = { ok: true };
  const advances: number[] = [];
  const providers = [
    { provide: Clock, useValue: clock },
    { provide: Engines, useValue: engines },
    { provide: Settings, useValue: settings },
    { provide: Metrics, useValue: metrics },
    { provide: GEOGRAPHY, useFactory: loadGeography },
    { provide: CASE_QUERIES, useValue: cases },
    { provide: CASE_FEED, useValue: feed },
    {
      provide: Readiness,
      useValue: {
        check: async () => ({ ok: readiness.ok, checks: { store: readiness.ok ? 'up' : 'down' } }),
      },
    },
    {
      provide: SIMULATION_CONTROL,
      useValue: {
        advanceTo: async (instant: number) => {
          advances.push(instant);
          clock.instant = instant;
          return instant;
        },
      },
    },
    {
      provide: Backpressure,
      useValue: {
        admit: () =>
          load.retryAfterSeconds === undefined
            ? { ok: true }
            : { ok: false, retryAfterSeconds: load.retryAfterSeconds },
      },
    },
  ];

  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class PortsModule {}

  @Module({ imports: [PortsModule, SystemModule, GatewayModule] })
  class TestingModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestingModule, createHttpAdapter(), {
    logger: false,
  });
  configureHttp(app);
  await guardEdge(app, settings);
  serveApiDocs(app);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: (await app.getUrl()).replace('localhost', '127.0.0.1'),
    clock,
    engines,
    cases,
    feed,
    metrics,
    load,
    readiness,
    advances,
  };
}
