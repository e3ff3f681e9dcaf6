import { setTimeout as sleep } from 'node:timers/promises';
import { type Consumer, type ConsumerConfig, type ConsumerRunConfig } from 'kafkajs';
import { faultOf, type KafkaFault } from '../client/kafka-fault';
import { CALL_RETRY, type KafkaConnection } from '../client/kafka-connection';
import { type Membership } from '../groups/membership';
import { coPartitionAssigner } from '../groups/co-partition.assigner';
import { type ConsumerTuning, IDLE_FETCH_MS } from './consumer-tuning';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export interface ConsumerPlan {
  /** The cluster's name of the group. */
  readonly groupId: string;
  /** The cluster's names. */
  readonly topics: readonly string[];
  /** Where a group without offsets starts. */
  readonly from: 'beginning' | 'end';
  readonly run: ConsumerRunConfig;
  /** Told before the consumer joins its group again. */
  readonly onRebalance?: () => void;
}

/**
 * One member of one group that stays: a client's consumer that ends, for whatever reason, is replaced after a pause that
 * doubles. The client's own restarts are switched off, since it does not restart after every kind of failure.
 */
export class SupervisedConsumer {
  private readonly closing = new AbortController();
  private readonly ending = new Promise<undefined>((resolve) =>
    this.closing.signal.addEventListener('abort', () => resolve(undefined)),
  );
  private supervision: Promise<void> | undefined;
  private pauseMs = FIRST_PAUSE_MS;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly plan: ConsumerPlan,
    private readonly membership: Membership,
    private readonly tuning: ConsumerTuning,
    private readonly onCrash: (fault: KafkaFault) => void,
  ) {}

  /**
   * Resolves once it has joined and knows where to read on.
   * @throws KafkaFault when joining for the first time needs someone to change something; what is transient is tried again
   */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.supervision = this.supervise(resolve, reject);
    });
  }

  /** Lets the batch in hand finish, commits, leaves the group and disconnects. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.supervision;
  }

  private get closed(): boolean {
    return this.closing.signal.aborted;
  }

  private async supervise(ready: () => void, refuse: (fault: KafkaFault) => void): Promise<void> {
    let served = false;
    while (!this.closed) {
      const fault = await this.runOne(() => {
        served = true;
        this.pauseMs = FIRST_PAUSE_MS;
        ready();
      });
      this.membership.leave();
      if (this.closed || !fault) break;
      if (!served && fault.kind === 'configuration') {
        refuse(fault);
        return;
      }
      this.onCrash(fault);
      await sleep(this.pauseMs, undefined, { signal: this.closing.signal }).catch(() => undefined);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    }
    ready();
  }

  /** Resolves when this consumer has ended, with what ended it. */
  private async runOne(ready: () => void): Promise<KafkaFault | undefined> {
    const consumer = this.connection.client.consumer(this.config());
    const crashed = this.follow(consumer, ready);
    try {
      await consumer.connect();
      await consumer.subscribe({
        topics: [...this.plan.topics],
        fromBeginning: this.plan.from === 'beginning',
      });
      if (!this.closed) await consumer.run(this.plan.run);
      return await Promise.race([crashed, this.ending]);
    } catch (error) {
      return faultOf(error);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private config(): ConsumerConfig {
    const { sessionTimeoutMs, heartbeatMs, rebalanceTimeoutMs, fetchMinBytes } = this.tuning;
    return {
      groupId: this.plan.groupId,
      partitionAssigners: [coPartitionAssigner(() => this.membership.held())],
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatMs,
      rebalanceTimeout: rebalanceTimeoutMs,
      minBytes: fetchMinBytes,
      maxWaitTimeInMs: IDLE_FETCH_MS,
      allowAutoTopicCreation: false,
      retry: { ...CALL_RETRY, restartOnFailure: () => Promise.resolve(false) },
    };
  }

  private follow(consumer: Consumer, ready: () => void): Promise<KafkaFault> {
    const { GROUP_JOIN, REBALANCING, FETCH_START, FETCH, CRASH, STOP } = consumer.events;
    // A fetch that finds no leader yet joins anew and ends without knowing where to read on.
    let joinedInFetch = true;
    consumer.on(GROUP_JOIN, ({ payload }) => {
      joinedInFetch = true;
      this.membership.join(payload.memberAssignment);
    });
    consumer.on(REBALANCING, () => {
      this.membership.leave();
      this.plan.onRebalance?.();
    });
    consumer.on(STOP, () => this.membership.leave());
    consumer.on(FETCH_START, () => (joinedInFetch = false));
    consumer.on(FETCH, () => {
      if (!joinedInFetch) ready();
    });
    return new Promise((resolve) => {
      consumer.on(CRASH, ({ payload }) => resolve(faultOf(payload.error)));
    });
  }
}
