import { setTimeout as sleep } from 'node:timers/promises';
import { type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions } from '@nestjs/microservices';
import { SimulationClock } from '@lienthong/clock';
import { type Addressed, EventBusStrategy } from '@lienthong/event-bus';
import { createLogger, type Metrics, NestLogger, readSettings } from '@lienthong/platform';
import { StandaloneModule } from '../../apps/standalone/src/standalone.module';
import { type Desks, desksOf } from './desks';
import { EnginesPlace } from './engines-place';
import { EnginesRuntime } from './engines-runtime';
import { type OnSent, type SystemUnderTest, type Token } from './system-under-test';
import { MONDAY } from './test-system';

/** Enough for batches to be worked side by side; fewer make larger batches. */
const PARTITIONS = 2;
const ACKNOWLEDGED_WITHIN_MS = 10_000;
const POLL_MS = 50;

interface Opened {
  readonly runtime: EnginesRuntime;
  readonly app: INestMicroservice;
}

/** All services in this process on the real Kafka and MongoDB, with topics and databases of their own. */
export class EnginesSystem implements SystemUnderTest {
  private constructor(
    readonly place: EnginesPlace,
    private readonly openAgain: () => Promise<Opened>,
    readonly clock: SimulationClock,
    private current: Opened,
  ) {}

  /**
   * @param env settings, e.g. `{ AGENCY_MODE: 'manual' }`
   * @param logger of the services and the Kafka client
   */
  static async open(
    env: Readonly<Record<string, string>> = {},
    logger = createLogger('error'),
  ): Promise<EnginesSystem> {
    const settings = readSettings(env, ['--clock', 'virtual', '--start', MONDAY, '--sample', '0']);
    const { clockStart = NaN } = settings;
    const clock = new SimulationClock({ kind: 'virtual', speed: 1, real: Date.now }, clockStart);
    const place = await EnginesPlace.create(PARTITIONS);
    const openAgain = async (): Promise<Opened> =>
      start(await EnginesRuntime.open(place, settings, clock, logger));
    return new EnginesSystem(place, openAgain, clock, await openAgain());
  }

  get desks(): Desks {
    return desksOf(this.current.app);
  }

  get metrics(): Metrics {
    return this.current.runtime.metrics;
  }

  get<T>(token: Token<T>): T {
    return this.current.app.get<T>(token, { strict: false });
  }

  idle(): Promise<void> {
    return this.current.runtime.idle();
  }

  advanceTo(instant: number): Promise<number> {
    return this.current.runtime.time.advanceTo(instant);
  }

  onSent(listener: OnSent): void {
    this.current.runtime.traffic.onSent(listener);
  }

  append(messages: readonly Addressed[]): Promise<void> {
    return this.current.runtime.publish(messages);
  }

  /** Consumers acknowledge a moment after they have handled: that moment is waited for. */
  async backlog(): Promise<number> {
    const deadline = performance.now() + ACKNOWLEDGED_WITHIN_MS;
    let left = await this.current.runtime.unacknowledged();
    for (; left > 0 && performance.now() < deadline; left = await this.current.runtime.unacknowledged())
      await sleep(POLL_MS);
    return left;
  }

  async reopen(): Promise<void> {
    await stop(this.current);
    this.current = await this.openAgain();
  }

  async close(): Promise<void> {
    await stop(this.current);
    await this.place.remove();
  }
}

/** Joins the services to the bus, on data that may be new or not. */
async function start(runtime: EnginesRuntime): Promise<Opened> {
  try {
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(StandaloneModule.on(runtime), {
      strategy: new EventBusStrategy(runtime.bus),
      logger: new NestLogger(runtime.logger),
      abortOnError: false,
    });
    await runtime.stores.ensureIndexes();
    await app.listen();
    return { runtime, app };
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

async function stop({ runtime, app }: Opened): Promise<void> {
  await app.close();
  await runtime.close();
}
