import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@lienthong/clock';
import { type Message, type Topic } from '@lienthong/contracts';
import { EmbeddedRuntime } from '@lienthong/embedded';
import { Engines } from '@lienthong/engine';
import { EventBusStrategy } from '@lienthong/event-bus';
import {
  configureHttp,
  createHttpAdapter,
  guardEdge,
  Metrics,
  readSettings,
  Settings,
} from '@lienthong/platform';

class HandClock extends Clock {
  readonly kind = 'virtual';
  instant = 0;

  now(): number {
    return this.instant;
  }
}

class Process {}

export interface HttpAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One service as it runs in a process: its Nest module over the embedded engine and bus, with HTTP and a clock set by hand. */
export class ServiceBench {
  readonly metrics: Metrics;
  /** What the service published, oldest first. */
  readonly published: Message[] = [];
  private sequence = 0;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly runtime: EmbeddedRuntime,
    private readonly clock: HandClock,
    private readonly directory: string,
  ) {
    this.metrics = app.get(Metrics);
  }

  static async open(module: Type, events: Topic, env: NodeJS.ProcessEnv = {}): Promise<ServiceBench> {
    const directory = mkdtempSync(join(tmpdir(), 'lienthong-service-'));
    const clock = new HandClock();
    const runtime = new EmbeddedRuntime({
      directory,
      durability: 'normal',
      now: () => clock.now(),
      count: () => undefined,
    });
    const settings = readSettings({ SEED: '63', ...env }, []);
    const host = {
      module: Process,
      global: true,
      imports: [module],
      providers: [
        { provide: Engines, useValue: runtime.engines },
        { provide: Clock, useValue: clock },
        { provide: Settings, useValue: settings },
        { provide: Metrics, useValue: new Metrics() },
      ],
      exports: [Engines, Clock, Settings, Metrics],
    };
    const app = await NestFactory.create<NestFastifyApplication>(host, createHttpAdapter(), {
      logger: false,
    });
    configureHttp(app);
    await guardEdge(app, settings);
    app.connectMicroservice({ strategy: new EventBusStrategy(runtime.bus) });
    const bench = new ServiceBench(app, runtime, clock, directory);
    runtime.bus.tail(events, (message) => bench.published.push(message));
    await app.startAllMicroservices();
    await app.init();
    return bench;
  }

  /** What it published of what came of work, without that work was received and taken up. */
  get reported(): readonly Message[] {
    return this.published.filter(({ type }) => !/\.work\.(received|started)\.v1$/.test(type));
  }

  /** Puts one message on the bus at `now` and waits until it has taken effect. */
  async deliver(topic: Topic, type: string, subject: string, data: unknown, now: number): Promise<void> {
    this.clock.instant = now;
    this.sequence++;
    const message: Message = {
      stream: `test/${subject}`,
      sequence: this.sequence,
      type,
      subject,
      time: now,
      data,
    };
    this.runtime.log.append([{ topic, message }]);
    await this.settle();
  }

  /** Sets the clock to the next timer and fires it; false when none is pending. */
  async fireNext(): Promise<boolean> {
    const next = await this.runtime.timers.next();
    if (next === undefined) return false;
    this.clock.instant = next;
    await this.runtime.timers.fireDue(next);
    await this.settle();
    return true;
  }

  async http(
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer> {
    const answer = await this.app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.runtime.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async settle(): Promise<void> {
    await this.runtime.database.durable();
    await this.runtime.bus.idle();
    await this.runtime.database.durable();
  }
}
