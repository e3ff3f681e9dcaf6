import { type DynamicModule, Global, Module, type Type, type ValueProvider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, type ClockKind } from '@lienthong/clock';
import { type Message, type Topic } from '@lienthong/contracts';
import { EventBus, type Hint } from '@lienthong/event-bus';
import { configureHttp, createHttpAdapter, Metrics } from '@lienthong/platform';

/** A clock that a test sets. */
export class TestClock extends Clock {
  kind: ClockKind = 'virtual';
  instant = Date.parse('2026-11-16T08:00:00+07:00');

  override now(): number {
    return this.instant;
  }
}

/** A bus of which only tail and hints are heard: a test says what comes, and reads what was told to other processes. */
export class TailOnlyBus extends EventBus {
  readonly told: Hint[] = [];
  private readonly tails: {
    readonly topic: Topic;
    readonly onMessage: (message: Message) => void;
    readonly isWanted: () => boolean;
  }[] = [];
  private readonly hints: { readonly name: string; readonly onHint: (data: Hint['data']) => void }[] = [];

  override subscribe(): void {}
  override async start(): Promise<void> {}
  override async close(): Promise<void> {}

  override tail(topic: Topic, onMessage: (message: Message) => void, isWanted = (): boolean => true): void {
    this.tails.push({ topic, onMessage, isWanted });
  }

  override hint(hint: Hint): void {
    this.told.push(hint);
  }

  override onHint(name: string, onHint: (data: Hint['data']) => void): void {
    this.hints.push({ name, onHint });
  }

  emit(topic: Topic, message: Pick<Message, 'subject'>): void {
    for (const tail of this.tails)
      if (tail.topic === topic && tail.isWanted()) tail.onMessage(message as Message);
  }

  /** Another process tells it. */
  emitHint({ name, data }: Hint): void {
    for (const one of this.hints) if (one.name === name) one.onHint(data);
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
