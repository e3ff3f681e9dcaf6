import { type Topic } from '@lienthong/contracts';
import { type Admin } from 'kafkajs';
import { faultOf } from '../client/kafka-fault';
import { CALL_RETRY, type KafkaConnection } from '../client/kafka-connection';

export interface GroupTopics {
  readonly group: string;
  readonly topics: readonly Topic[];
}

/** Messages of a topic that a group has not acknowledged yet. */
export interface Lag {
  readonly group: string;
  readonly topic: Topic;
  readonly lag: number;
}

type Ends = ReadonlyMap<number, { readonly low: number; readonly high: number }>;

/**
 * Reads how far consumer groups are behind, over one connection that stays open until a read fails: the client goes on
 * asking a broker that has lost its partitions.
 */
export class ConsumerLag {
  private admin: Promise<Admin> | undefined;

  constructor(private readonly connection: KafkaConnection) {}

  /** A group that never acknowledged anything has everything before it that is still kept. @throws KafkaFault */
  async read(groups: readonly GroupTopics[]): Promise<readonly Lag[]> {
    try {
      const admin = await this.connected();
      const topics = [...new Set(groups.flatMap((group) => group.topics))];
      const ends = new Map(
        await Promise.all(topics.map(async (topic) => [topic, await this.ends(admin, topic)] as const)),
      );
      return (await Promise.all(groups.map((group) => this.lagOf(admin, group, ends)))).flat();
    } catch (error) {
      await this.close();
      throw faultOf(error);
    }
  }

  async close(): Promise<void> {
    const admin = this.admin;
    this.admin = undefined;
    await admin?.then((it) => it.disconnect()).catch(() => undefined);
  }

  private connected(): Promise<Admin> {
    this.admin ??= this.open().catch((error: unknown) => {
      this.admin = undefined;
      throw error;
    });
    return this.admin;
  }

  private async open(): Promise<Admin> {
    const admin = this.connection.client.admin({ retry: CALL_RETRY });
    await admin.connect();
    return admin;
  }

  private async ends(admin: Admin, topic: Topic): Promise<Ends> {
    const offsets = await admin.fetchTopicOffsets(this.connection.names.of(topic));
    return new Map(
      offsets.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]),
    );
  }

  private async lagOf(
    admin: Admin,
    { group, topics }: GroupTopics,
    ends: ReadonlyMap<Topic, Ends>,
  ): Promise<readonly Lag[]> {
    const { names } = this.connection;
    const committed = await admin.fetchOffsets({
      groupId: names.of(group),
      topics: topics.map((topic) => names.of(topic)),
    });
    return committed.map(({ topic: name, partitions }) => {
      const topic = names.topic(name);
      let lag = 0;
      for (const { partition, offset } of partitions) {
        const end = ends.get(topic)?.get(partition);
        if (end) lag += end.high - Math.max(end.low, Number(offset));
      }
      return { group, topic, lag };
    });
  }
}
