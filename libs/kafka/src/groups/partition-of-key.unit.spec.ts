import * as fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOfKey } from './partition-of-key';

describe('partitionOfKey', () => {
  it("is Kafka's default partitioner, for every key and number of partitions", () => {
    const theirs = Partitioners.DefaultPartitioner();
    const text = fc.string({ unit: 'grapheme' });
    const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
    fc.assert(
      fc.property(fc.oneof(text, bytes), fc.integer({ min: 1, max: 50 }), (key, count) => {
        const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({
          partitionId,
          partitionErrorCode: 0,
          leader: 1,
          replicas: [1],
          isr: [1],
        }));
        const expected = theirs({ topic: 'any', partitionMetadata, message: { key, value: null } });
        expect(partitionOfKey(key, count)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
