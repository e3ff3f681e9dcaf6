import { type Addressed, Publisher } from '@lienthong/event-bus';
import { CompressionTypes, type TopicMessages } from 'kafkajs';
import { KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { encodeMessage, type EncodedMessage } from '../codec/cloud-event.codec';
import { DurableProducer } from './durable-producer';

/** Of one request, before compression: what brokers take by default. */
const MAX_REQUEST_BYTES = 1024 * 1024;
/** Requests below it are sent as they are: to compress a few messages takes longer than to send and to read them. */
const COMPRESSED_FROM_BYTES = 16 * 1024;
/** Attribute names, lengths and the record's own fields. */
const RECORD_OVERHEAD_BYTES = 256;

interface OutgoingRecord extends EncodedMessage {
  readonly topic: string;
  readonly bytes: number;
}

interface Call {
  readonly records: readonly OutgoingRecord[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Publishes through one idempotent producer with one send at a time, which keeps the order of keys. Calls that come
 * while a send is under way go out together in the next one.
 */
export class KafkaPublisher extends Publisher {
  private readonly producer: DurableProducer;
  private readonly waiting: Call[] = [];
  private sending: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly connection: KafkaConnection) {
    super();
    this.producer = new DurableProducer(connection);
  }

  /** Optional: finds out early whether the cluster can be reached. @throws KafkaFault */
  connect(): Promise<void> {
    return this.producer.connect();
  }

  /**
   * A rejected send rejects the calls that it carried, and no other.
   * @throws KafkaFault, for a message that no broker takes without sending anything of its call
   */
  async publish(messages: readonly Addressed[]): Promise<void> {
    if (this.closed) throw new KafkaFault('transient', 'the publisher is closed');
    if (messages.length === 0) return;
    const records = messages.map((addressed) => this.encode(addressed));
    const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
    await new Promise<void>((resolve, reject) => {
      this.waiting.push({ records, bytes, resolve, reject });
      this.sending ??= this.sendAll();
    });
  }

  /** Sends what waits, then disconnects. */
  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
    await this.producer.close();
  }

  private encode({ topic, message }: Addressed): OutgoingRecord {
    const encoded = encodeMessage(message);
    const { value, key, headers } = encoded;
    let bytes = RECORD_OVERHEAD_BYTES + Buffer.byteLength(value) + key.length;
    for (const header of Object.values(headers)) bytes += header.length;
    if (bytes > MAX_REQUEST_BYTES) {
      throw new KafkaFault(
        'configuration',
        `message ${headers['ce_id']} has ${bytes} bytes, brokers take 1 MiB`,
      );
    }
    return { topic: this.connection.names.of(topic), bytes, ...encoded };
  }

  private async sendAll(): Promise<void> {
    await Promise.resolve();
    while (this.waiting.length > 0) await this.sendSome(this.take());
    this.sending = undefined;
  }

  /** The next calls that fit into one request; one at least. */
  private take(): readonly Call[] {
    let bytes = 0;
    const more = this.waiting.findIndex((call, at) => (bytes += call.bytes) > MAX_REQUEST_BYTES && at > 0);
    return this.waiting.splice(0, more < 0 ? this.waiting.length : more);
  }

  private async sendSome(calls: readonly Call[]): Promise<void> {
    try {
      for (const { records, bytes } of inRequests(calls.flatMap((call) => call.records))) {
        const compression =
          bytes < COMPRESSED_FROM_BYTES ? CompressionTypes.None : this.connection.compression;
        await this.producer.send(byTopic(records), compression);
      }
      for (const { resolve } of calls) resolve();
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }
}

/** More than one only for a single call that is larger than a request may be. */
function* inRequests(records: readonly OutgoingRecord[]): Generator<Pick<Call, 'records' | 'bytes'>> {
  for (let from = 0; from < records.length;) {
    let bytes = records[from]?.bytes ?? 0;
    let to = from + 1;
    for (; to < records.length; to++) {
      const more = records[to]?.bytes ?? 0;
      if (bytes + more > MAX_REQUEST_BYTES) break;
      bytes += more;
    }
    yield { records: records.slice(from, to), bytes };
    from = to;
  }
}

function byTopic(records: readonly OutgoingRecord[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, key, value, headers } of records) {
    const entry = topics.get(topic) ?? { topic, messages: [] };
    entry.messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, entry);
  }
  return [...topics.values()];
}
