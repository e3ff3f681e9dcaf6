import { collectDefaultMetrics, Counter, Gauge, Histogram } from 'prom-client';
import { type Metrics } from './metrics';

/** Simulated seconds: from on time to a working day late. */
const LATENESS_SECONDS = [0.1, 1, 10, 60, 300, 900, 3_600, 14_400, 28_800];

/** What the engines of a process did with their messages and timers. */
export class EngineMetrics {
  private readonly messages: Counter<'service' | 'outcome'>;
  private readonly lateness: Histogram<'service'>;
  private readonly retries: Counter<'group' | 'topic'>;

  constructor(private readonly metrics: Metrics) {
    const registers = [metrics];
    collectDefaultMetrics({ register: metrics });
    this.messages = new Counter({
      name: 'lienthong_messages_total',
      help: 'Messages by what became of them: handled, duplicate (dropped by the inbox), parked (an incident opened)',
      labelNames: ['service', 'outcome'],
      registers,
    });
    this.lateness = new Histogram({
      name: 'lienthong_timer_lateness_seconds',
      help: 'Simulated seconds between the moment a timer was due and the moment it was fired',
      labelNames: ['service'],
      buckets: LATENESS_SECONDS,
      registers,
    });
    this.retries = new Counter({
      name: 'lienthong_batch_retries_total',
      help: 'Batches that failed as a whole (store or bus away) and were given again',
      labelNames: ['group', 'topic'],
      registers,
    });
  }

  readonly count = (
    service: string,
    counts: { readonly handled: number; readonly duplicates: number; readonly parked: number },
  ): void => {
    if (counts.handled) this.messages.inc({ service, outcome: 'handled' }, counts.handled);
    if (counts.duplicates) this.messages.inc({ service, outcome: 'duplicate' }, counts.duplicates);
    if (counts.parked) this.messages.inc({ service, outcome: 'parked' }, counts.parked);
  };

  /** Tells how late timers were fired at `now`. */
  readonly fired = (
    timers: readonly { readonly service: string; readonly dueAt: number }[],
    now: number,
  ): void => {
    for (const { service, dueAt } of timers) this.lateness.observe({ service }, (now - dueAt) / 1000);
  };

  readonly retried = (group: string, topic: string): void => {
    this.retries.inc({ group, topic });
  };

  /** Watches how many messages wait for a consumer of this process's own bus. */
  watchBacklog(backlog: () => number): void {
    new Gauge({
      name: 'lienthong_bus_backlog_messages',
      help: 'Messages that some consumer group has still to take',
      registers: [this.metrics],
      collect() {
        this.set(backlog());
      },
    });
  }
}
