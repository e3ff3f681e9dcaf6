import { type Message, type Topic } from '@lienthong/contracts';
import { type Ack } from '@lienthong/event-bus';
import { type Addressed } from '@lienthong/event-bus';
import { type EmbeddedDatabase } from '../database/embedded-database';
import { type Change, type Participant, type SqlValue } from '../database/participant';
import { type MessageLog } from '../store/embedded-aggregate-store';
import { Partition } from './partition';
import { partitionOf } from './partition-of';

const SCHEMA = `
create table if not exists log (
  topic text not null, part integer not null, base integer not null, count integer not null, messages blob not null,
  primary key (topic, part, base)) without rowid;
create table if not exists log_offset (
  consumer text not null, topic text not null, part integer not null, next integer not null,
  primary key (consumer, topic, part)) without rowid;`;

/**
 * The durable log: topics, partitions, offsets of consumer groups. It keeps a message until every group of its topic
 * has consumed it. Written in the same transactions as the aggregates.
 */
export class EmbeddedMessageLog implements MessageLog, Participant {
  private readonly topics = new Map<Topic, readonly Partition[]>();
  private readonly touched = new Set<Partition>();
  private readonly listeners: ((message: Message, topic: Topic) => void)[] = [];

  constructor(
    private readonly database: EmbeddedDatabase,
    private readonly partitions: number,
  ) {
    database.define(SCHEMA);
    this.restore();
    database.join(this);
  }

  /** Told of every message as it is appended, before it is durable. */
  onAppend(listener: (message: Message, topic: Topic) => void): void {
    this.listeners.push(listener);
  }

  partitionsOf(topic: Topic): readonly Partition[] {
    let partitions = this.topics.get(topic);
    if (!partitions) {
      partitions = Array.from({ length: this.partitions }, (_, index) => new Partition(topic, index));
      this.topics.set(topic, partitions);
    }
    return partitions;
  }

  /** From now on the topic keeps messages for this group, whether it runs or not. A new group starts at the end. */
  join(topic: Topic, group: string, types?: ReadonlySet<string>): void {
    for (const partition of this.partitionsOf(topic)) {
      partition.join(group, types);
      this.touch(partition);
    }
  }

  /** From now on nothing is kept for this group. */
  leave(group: string): void {
    for (const partitions of this.topics.values()) {
      for (const partition of partitions) if (partition.leave(group)) this.touch(partition);
    }
  }

  /** Messages that wait for a consumer, over all topics. */
  backlog(): number {
    let sum = 0;
    for (const partitions of this.topics.values())
      for (const partition of partitions) sum += partition.backlog;
    return sum;
  }

  /** Messages that wait for one group, over all topics that it reads. */
  backlogOf(group: string): number {
    let sum = 0;
    for (const partitions of this.topics.values())
      for (const partition of partitions) sum += partition.backlogOf(group);
    return sum;
  }

  append(messages: readonly Addressed[]): void {
    for (const { topic, message } of messages) {
      const partitions = this.partitionsOf(topic);
      const partition = partitions[partitionOf(message.subject, partitions.length)];
      if (!partition) throw new Error(`no partition of ${topic} for ${message.subject}`);
      if (partition.append(message)) this.touch(partition);
      for (const listener of this.listeners) listener(message, topic);
    }
  }

  acknowledge({ group, topic, partition: index, nextOffset }: Ack): void {
    const partition = this.partitionsOf(topic)[index];
    if (!partition) throw new Error(`${topic} has no partition ${index}`);
    partition.acknowledge(group, nextOffset);
    this.touch(partition);
  }

  collect(): readonly Change[] {
    const written: SqlValue[][] = [];
    const consumed: SqlValue[][] = [];
    const offsets: SqlValue[][] = [];
    const gone: SqlValue[][] = [];
    for (const partition of this.touched) {
      const { topic, index } = partition;
      const fresh = partition.takeUnwritten();
      if (fresh) {
        written.push([
          topic,
          index,
          fresh.base,
          fresh.messages.length,
          this.database.codec.encode(fresh.messages),
        ]);
      }
      for (const { base } of partition.takeConsumed()) consumed.push([topic, index, base]);
      for (const [group, offset] of partition.takeOffsets()) offsets.push([group, topic, index, offset]);
      for (const group of partition.takeLeft()) gone.push([group, topic, index]);
    }
    this.touched.clear();
    return [
      { sql: 'insert into log values (?, ?, ?, ?, ?)', rows: written },
      { sql: 'delete from log where topic = ? and part = ? and base = ?', rows: consumed },
      {
        sql: 'insert into log_offset values (?, ?, ?, ?) on conflict do update set next = excluded.next',
        rows: offsets,
      },
      { sql: 'delete from log_offset where consumer = ? and topic = ? and part = ?', rows: gone },
    ].filter((change) => change.rows.length > 0);
  }

  private touch(partition: Partition): void {
    this.touched.add(partition);
    this.database.touch();
  }

  private restore(): void {
    const { reader, codec } = this.database;
    const partition = (topic: Topic, index: number): Partition => {
      const found = this.partitionsOf(topic)[index];
      if (!found)
        throw new Error(`the log holds ${topic}/${index}, beyond its ${this.partitions} partitions`);
      return found;
    };
    for (const row of reader.prepare('select * from log_offset').all() as OffsetRow[]) {
      partition(row.topic, row.part).restoreGroup(row.consumer, row.next);
    }
    for (const row of reader.prepare('select * from log order by topic, part, base').all() as SegmentRow[]) {
      partition(row.topic, row.part).restoreSegment(row.base, codec.decode(row.messages) as Message[]);
    }
  }
}

interface OffsetRow {
  readonly consumer: string;
  readonly topic: Topic;
  readonly part: number;
  readonly next: number;
}

interface SegmentRow {
  readonly topic: Topic;
  readonly part: number;
  readonly base: number;
  readonly messages: Uint8Array;
}
