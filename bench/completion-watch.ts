import { type Consumer, Kafka, logLevel } from 'kafkajs';

const RETURNED = 'vn.lienthong.result.returned.v1';

/**
 * Counts completed cases as they are published, by the type in each record's header. It reads no content, so that watching
 * costs the machine next to nothing.
 */
export class CompletionWatch {
  private returned = 0;
  private wake: () => void = () => undefined;

  private constructor(private readonly consumer: Consumer) {}

  static async start(brokers: string): Promise<CompletionWatch> {
    const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    const watch = new CompletionWatch(kafka.consumer({ groupId: `bench-${process.pid}` }));
    await watch.run();
    return watch;
  }

  /** Resolves once so many cases have been given their results since the start. */
  async reached(cases: number): Promise<void> {
    while (this.returned < cases) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  stop(): Promise<void> {
    return this.consumer.disconnect();
  }

  private async run(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topic: 'case.events', fromBeginning: true });
    const joined = new Promise<void>((resolve) => {
      const remove = this.consumer.on(this.consumer.events.GROUP_JOIN, () => {
        remove();
        resolve();
      });
    });
    await this.consumer.run({
      eachBatch: async ({ batch }) => {
        for (const { headers } of batch.messages)
          if (String(headers?.['ce_type']) === RETURNED) this.returned++;
        this.wake();
      },
    });
    await joined;
  }
}
