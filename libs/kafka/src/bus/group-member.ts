import { type Topic } from '@lienthong/contracts';
import { type KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { Membership } from '../groups/membership';
import { type BatchReports, BatchWorker, type Subscription } from './batch-worker';
import { type ConsumerTuning } from './consumer-tuning';
import { type DeadLetters } from './dead-letters';
import { OffsetCommits } from './offset-commits';
import { SupervisedConsumer } from './supervised-consumer';

export interface MemberContext {
  readonly connection: KafkaConnection;
  readonly tuning: ConsumerTuning;
  readonly deadLetters: DeadLetters;
  readonly reports: BatchReports;
  readonly onCrash: (fault: KafkaFault) => void;
}

/** This process's member of one consumer group. */
export class GroupMember {
  private readonly subscriptions = new Map<string, Subscription>();
  private membership: Membership | undefined;
  private worker: BatchWorker | undefined;
  private consumer: SupervisedConsumer | undefined;

  constructor(
    readonly group: string,
    private readonly context: MemberContext,
  ) {}

  /** The cluster's names. */
  get topics(): readonly string[] {
    return [...this.subscriptions.keys()];
  }

  get subscribed(): readonly Topic[] {
    return [...this.subscriptions.values()].map(({ topic }) => topic);
  }

  get joined(): boolean {
    return this.membership?.joined ?? false;
  }

  get share(): number | undefined {
    return this.membership?.share;
  }

  subscribe(subscription: Subscription): void {
    const name = this.context.connection.names.of(subscription.topic);
    if (this.subscriptions.has(name))
      throw new Error(`${this.group} subscribes to ${subscription.topic} twice`);
    this.subscriptions.set(name, subscription);
  }

  /** @param partitionsOf how many partitions a topic has @throws KafkaFault */
  async start(partitionsOf: ReadonlyMap<string, number>): Promise<void> {
    const { connection, tuning, deadLetters, reports, onCrash } = this.context;
    const membership = new Membership(partitionsOf);
    const commits = new OffsetCommits(tuning.commitAfterMs);
    const worker = new BatchWorker(
      this.subscriptions,
      membership,
      deadLetters,
      commits,
      reports,
      tuning.heartbeatMs,
    );
    this.membership = membership;
    this.worker = worker;
    this.consumer = new SupervisedConsumer(
      connection,
      {
        groupId: connection.names.of(this.group),
        topics: this.topics,
        from: 'beginning',
        onRebalance: () => void commits.commit(),
        run: {
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: tuning.partitionsConsumedConcurrently,
          eachBatch: (payload) => worker.work(payload),
        },
      },
      membership,
      tuning,
      onCrash,
    );
    await this.consumer.start();
  }

  owns(key: string): boolean {
    return this.membership?.owns(key) ?? false;
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.consumer?.close();
  }
}
