import { type Topic } from '@lienthong/contracts';
import { type BatchHandler } from '@lienthong/event-bus';
import { type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { type Membership } from '../groups/membership';
import { type BatchReader } from './batch-reader';
import { type DeadLetterReason, type DeadLetters } from './dead-letters';
import { Heartbeat } from './heartbeat';
import { type OffsetCommits } from './offset-commits';
import { PartitionRests } from './partition-rests';

/** Small enough that a slice in hand is soon done when the process is to stop. */
export const MAX_BATCH = 100;

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
 * letters are kept, and committed soon after. A failed slice makes its partition rest and come again.
 */
export class BatchWorker {
  private readonly rests = new PartitionRests();
  private closing = false;

  constructor(
    /** By the cluster's topic names. */
    private readonly subscriptions: ReadonlyMap<string, Subscription>,
    private readonly membership: Membership,
    private readonly deadLetters: DeadLetters,
    private readonly commits: OffsetCommits,
    private readonly reports: BatchReports,
    private readonly heartbeatMs: number,
  ) {}

  async work(payload: EachBatchPayload): Promise<void> {
    try {
      await this.workSlices(payload);
    } finally {
      // Who gets the partitions next, here or elsewhere, reads on from what is committed.
      if (this.closing || !this.membership.joined) await this.commits.commit(this.closing);
    }
  }

  /** Resolves once what was worked so far is committed; what is in hand still commits itself. */
  close(): Promise<void> {
    this.closing = true;
    this.rests.close();
    return this.commits.commit();
  }

  private async workSlices(payload: EachBatchPayload): Promise<void> {
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
      this.commits.resolved(payload);
      await heartbeat.check();
    }
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
