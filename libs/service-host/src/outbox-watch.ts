import { type OutboxSweeper } from '@lienthong/mongodb';
import { type Metrics, Repeating } from '@lienthong/platform';
import { Gauge } from 'prom-client';

/** Real ms between two sweeps. */
const EVERY_MS = 2_000;

/** Sweeps the outboxes time and again, and tells how long the oldest message has waited there. */
export class OutboxWatch {
  readonly loop: Repeating;
  /** Real ms, as last measured. */
  oldestMs = 0;

  constructor(
    private readonly sweeper: Pick<OutboxSweeper, 'sweep' | 'oldestUnpublishedMs'>,
    service: string,
    metrics: Metrics,
    onError: (error: unknown) => void,
  ) {
    const oldestSeconds = (): number => this.oldestMs / 1000;
    new Gauge({
      name: 'lienthong_outbox_age_seconds',
      help: 'How long the oldest saved message has waited to be published, in real time',
      labelNames: ['service'],
      registers: [metrics],
      collect() {
        this.set({ service }, oldestSeconds());
      },
    });
    this.loop = new Repeating(() => this.sweep(), EVERY_MS, onError);
  }

  private async sweep(): Promise<number> {
    const now = Date.now();
    this.oldestMs = this.sweeper.oldestUnpublishedMs(now);
    await this.sweeper.sweep(now);
    return EVERY_MS;
  }
}
