import { type ICustomPartitioner, type TopicMessages } from 'kafkajs';
import { type KafkaConnection } from '../client/kafka-connection';
import { partitionOfKey } from '../groups/partition-of-key';
import { DurableProducer } from './durable-producer';

const PARTITIONS = 4;
const TOPIC = 'case.events';
const METADATA = Array.from({ length: PARTITIONS }, () => ({}) as never);

/** A client that gets answers for some partitions only. */
class Client {
  producers = 0;
  disconnected = 0;
  silent: ReadonlySet<number> = new Set();

  readonly connection = {
    compression: 0,
    client: {
      producer: ({ createPartitioner }: { createPartitioner: ICustomPartitioner }) => {
        this.producers++;
        const partition = createPartitioner();
        return {
          connect: async () => undefined,
          disconnect: async () => void this.disconnected++,
          sendBatch: async ({ topicMessages }: { topicMessages: TopicMessages[] }) => {
            const all = topicMessages.flatMap(({ topic, messages }) =>
              messages.map((message) => partition({ topic, message, partitionMetadata: METADATA })),
            );
            return [...new Set(all)]
              .filter((each) => !this.silent.has(each))
              .map((each) => ({ topicName: TOPIC, partition: each, errorCode: 0 }));
          },
        };
      },
    },
  } as unknown as KafkaConnection;
}

function batch(...keys: readonly string[]): TopicMessages[] {
  return [{ topic: TOPIC, messages: keys.map((key) => ({ key, value: '' })) }];
}

describe('DurableProducer', () => {
  it('takes a batch for sent when every partition of it has been answered', async () => {
    const client = new Client();
    await new DurableProducer(client.connection).send(batch('a', 'b', 'c', 'd', 'e'));
    expect([client.producers, client.disconnected]).toEqual([1, 0]);
  });

  it('takes no batch for sent that the client has sent in part, and begins anew', async () => {
    const client = new Client();
    const producer = new DurableProducer(client.connection);
    client.silent = new Set([partitionOfKey('a', PARTITIONS)]);
    await expect(producer.send(batch('a', 'b', 'c', 'd', 'e'))).rejects.toMatchObject({
      code: 'kafka-transient',
      message: 'the leaders of case.events changed while messages were sent to it',
    });
    client.silent = new Set();
    await producer.send(batch('a', 'b', 'c', 'd', 'e'));
    expect([client.producers, client.disconnected]).toEqual([2, 1]);
  });
});
