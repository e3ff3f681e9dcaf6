import { type Topic } from '@lienthong/contracts';
import { type BatchHandler } from '@lienthong/event-bus';
import { type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { type Membership } from '../groups/membership';
import { type BatchReader } from './batch-reader';
import { type DeadLetterReason, type DeadLetters } from './dead-letters';
import { Heartbeat } from './heartbeat';
import { PartitionRests } from './partition-rests';

export const MAX_BATCH = 500;

/** One topic of a group. */
export interface Subscription {
  readonly group: string;
  readonly topic: Topic;
  readonly handler: BatchHandler;
  readonly reader: BatchReader;
}

export interface BatchReports {
  readonly onBatchError: (error: unknown, topic: string, group: string) => void;
  readonly onDeadLetter: (reason: DeadLetterReason, topic: string, group: string) => void;
}

/**
 * Works what was fetched from one partition, in slices. An offset is resolved once the handler has resolved and dead
 * letters are kept; the client commits what is resolved. A failed slice makes its partition rest and come again.
 */
export class BatchWorker {
  private readonly rests = new PartitionRests();

  constructor(
    /** By the cluster's topic names. */
    private readonly subscriptions: ReadonlyMap<string, Subscription>,
    private readonly membership: Membership,
    private readonly deadLetters: DeadLetters,
    private readonly reports: BatchReports,
    private readonly heartbeatMs: number,
  ) {}

  async work(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const { share } = this.membership;
    const heartbeat = new Heartbeat(() => payload.heartbeat(), this.membership, this.heartbeatMs);
    for (let from = 0; from < messages.length; from += MAX_BATCH) {
      if (!this.isOurs(payload, share)) return;
      const records = messages.slice(from, from + MAX_BATCH);
      const done = await heartbeat.during(() => this.deliver(topic, partition, records));
      if (!done) {
        if (this.isOurs(payload, share)) this.rests.rest(topic, partition, () => payload.pause());
        await heartbeat.check();
        return;
      }
      this.rests.succeeded(topic, partition);
      if (this.membership.joined && this.membership.share !== share) return;
      payload.resolveOffset(lastOf(records).offset);
      await heartbeat.check();
    }
  }

  close(): void {
    this.rests.close();
  }

  /** Between two shares nothing new is begun: who gets the partition next may begin at once. */
  private isOurs(payload: EachBatchPayload, share: number | undefined): boolean {
    return (
      payload.isRunning() && !payload.isStale() && share !== undefined && this.membership.share === share
    );
  }

  private async deliver(name: string, partition: number, records: readonly KafkaMessage[]): Promise<boolean> {
    const subscription = this.subscriptions.get(name);
    if (!subscription) throw new Error(`nobody subscribes to ${name}`);
    const { group, topic, handler, reader } = subscription;
    const { messages, deadLetters } = reader.read(records);
    try {
      const nextOffset = Number(lastOf(records).offset) + 1;
      const publishedAt = Number(records[0]?.timestamp);
      if (messages.length > 0) await handler({ group, topic, partition, messages, nextOffset, publishedAt });
      if (deadLetters.length > 0)
        await this.deadLetters.write(deadLetters, { group, topic: name, partition });
      for (const { reason } of deadLetters) this.reports.onDeadLetter(reason, topic, group);
      return true;
    } catch (error) {
      this.reports.onBatchError(error, topic, group);
      return false;
    }
  }
}

function lastOf(records: readonly KafkaMessage[]): KafkaMessage {
  const last = records.at(-1);
  if (!last) throw new Error('a slice of a batch is never empty');
  return last;
}
