import { type DynamicModule, Global, Module, type Type, type ValueProvider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, type ClockKind } from '@lienthong/clock';
import { type Message, type Topic } from '@lienthong/contracts';
import { EventBus } from '@lienthong/event-bus';
import { configureHttp, createHttpAdapter, Metrics } from '@lienthong/platform';

/** A clock that a test sets. */
export class TestClock extends Clock {
  kind: ClockKind = 'virtual';
  instant = Date.parse('2026-11-16T08:00:00+07:00');

  override now(): number {
    return this.instant;
  }
}

/** A bus of which only the tail is heard: a test says what comes. */
export class TailOnlyBus extends EventBus {
  private readonly tails: { readonly topic: Topic; readonly onMessage: (message: Message) => void }[] = [];

  override subscribe(): void {}
  override async start(): Promise<void> {}
  override async close(): Promise<void> {}

  override tail(topic: Topic, onMessage: (message: Message) => void): void {
    this.tails.push({ topic, onMessage });
  }

  emit(topic: Topic, message: Pick<Message, 'subject'>): void {
    for (const tail of this.tails) if (tail.topic === topic) tail.onMessage(message as Message);
  }
}

export interface TestingApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
}

export interface TestingAppOptions {
  readonly imports?: readonly (Type | DynamicModule)[];
  /** What every module finds, as in the process that it runs in. */
  readonly globals?: readonly ValueProvider[];
  readonly configure?: (app: NestFastifyApplication) => Promise<void>;
}

/** Parts of the console on a free port of this machine. */
export async function startTestingApp(options: TestingAppOptions): Promise<TestingApp> {
  const globals: ValueProvider[] = [
    { provide: Metrics, useValue: new Metrics() },
    ...(options.globals ?? []),
  ];

  @Global()
  @Module({
    providers: globals,
    exports: globals.map(({ provide }) => provide),
  })
  class GlobalsModule {}

  @Module({
    imports: [GlobalsModule, ...(options.imports ?? [])],
  })
  class TestingModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestingModule, createHttpAdapter(), {
    logger: false,
    abortOnError: false,
  });
  configureHttp(app);
  await options.configure?.(app);
  await app.listen(0, '127.0.0.1');
  return { app, url: (await app.getUrl()).replace('localhost', '127.0.0.1') };
}
