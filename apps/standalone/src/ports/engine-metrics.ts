import { type EmbeddedMessageLog } from '@lienthong/embedded';
import { type Metrics } from '@lienthong/platform';
import { collectDefaultMetrics, Counter, Gauge } from 'prom-client';

/** What the engines did with their messages, and how many wait. */
export class EngineMetrics {
  private readonly messages: Counter<'service' | 'outcome'>;

  constructor(private readonly metrics: Metrics) {
    collectDefaultMetrics({ register: metrics });
    this.messages = new Counter({
      name: 'lienthong_messages_total',
      help: 'Messages by what became of them: handled, duplicate (dropped by the inbox), parked (an incident opened)',
      labelNames: ['service', 'outcome'],
      registers: [metrics],
    });
  }

  readonly count = (
    service: string,
    counts: { handled: number; duplicates: number; parked: number },
  ): void => {
    if (counts.handled) this.messages.inc({ service, outcome: 'handled' }, counts.handled);
    if (counts.duplicates) this.messages.inc({ service, outcome: 'duplicate' }, counts.duplicates);
    if (counts.parked) this.messages.inc({ service, outcome: 'parked' }, counts.parked);
  };

  /** Watches how many messages wait for a consumer. */
  watch(log: EmbeddedMessageLog): void {
    new Gauge({
      name: 'lienthong_bus_backlog_messages',
      help: 'Messages that some consumer group has still to take',
      registers: [this.metrics],
      collect() {
        this.set(log.backlog());
      },
    });
  }
}
