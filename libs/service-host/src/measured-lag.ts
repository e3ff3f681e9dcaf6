import { type ConsumerLag, type GroupTopics, type Lag } from '@lienthong/kafka';
import { type Metrics, Repeating } from '@lienthong/platform';
import { Gauge } from 'prom-client';
import { BusLag } from './bus-lag';

/** Real ms between two measurements. */
const EVERY_MS = 2_000;

/** Asks Kafka time and again how far the watched groups are behind. */
export class MeasuredLag extends BusLag {
  readonly loop: Repeating;
  private readonly gauge: Gauge<'group' | 'topic'>;
  private measured: readonly Lag[] = [];

  constructor(
    private readonly source: Pick<ConsumerLag, 'read' | 'close'>,
    private readonly groups: () => readonly GroupTopics[],
    metrics: Metrics,
    onError: (error: unknown) => void,
  ) {
    super();
    this.gauge = new Gauge({
      name: 'lienthong_bus_lag_messages',
      help: 'Messages of a topic that a consumer group has still to acknowledge',
      labelNames: ['group', 'topic'],
      registers: [metrics],
    });
    this.loop = new Repeating(() => this.measure(), EVERY_MS, onError);
  }

  worst(): number {
    return Math.max(0, ...this.measured.map(({ group }) => this.of(group)));
  }

  of(group: string): number {
    return this.measured.reduce((sum, measured) => sum + (measured.group === group ? measured.lag : 0), 0);
  }

  close(): Promise<void> {
    return this.source.close();
  }

  private async measure(): Promise<number> {
    this.measured = await this.source.read(this.groups());
    for (const { group, topic, lag } of this.measured) this.gauge.set({ group, topic }, lag);
    return EVERY_MS;
  }
}
