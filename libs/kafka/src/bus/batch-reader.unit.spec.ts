import { type KafkaMessage } from 'kafkajs';
import { encodeMessage } from '../codec/cloud-event.codec';
import { BatchReader } from './batch-reader';

function record(
  type: string,
  changed: { value?: string; headers?: Record<string, string> } = {},
): KafkaMessage {
  const { key, value, headers } = encodeMessage({
    stream: 'test/x',
    sequence: 1,
    type,
    subject: 'x',
    time: 0,
    data: {},
  });
  const raw = changed.headers ?? headers;
  return {
    key: Buffer.from(key),
    value: Buffer.from(changed.value ?? value),
    headers: Object.fromEntries(Object.entries(raw).map(([name, text]) => [name, Buffer.from(text)])),
    timestamp: '0',
    attributes: 0,
    offset: '0',
  };
}

function read(reader: BatchReader, records: readonly KafkaMessage[]): unknown {
  const { messages, deadLetters } = reader.read(records);
  return [messages.map(({ type }) => type), deadLetters.map(({ reason }) => reason)];
}

describe('BatchReader', () => {
  const knows = (topic: string, type: string): boolean => topic === 'case.events' && type.startsWith('known');

  it('parts messages from what is none', () => {
    const reader = new BatchReader('case.events', knows, undefined);
    const records = [
      record('known.a'),
      record('unknown'),
      record('known.b', { value: '{' }),
      record('known.c', { headers: {} }),
      record('known.d'),
    ];
    expect(read(reader, records)).toEqual([
      ['known.a', 'known.d'],
      ['unknown-type', 'bad-json', 'no-cloud-event'],
    ]);
  });

  it('does not look into what the consumer does not want', () => {
    const reader = new BatchReader('case.events', knows, new Set(['known.a']));
    const records = [record('known.b', { value: '{' }), record('unknown'), record('known.a')];
    expect(read(reader, records)).toEqual([['known.a'], []]);
  });

  it('asks for the topic as well as the type', () => {
    expect(read(new BatchReader('dossier.events', knows, undefined), [record('known.a')])).toEqual([
      [],
      ['unknown-type'],
    ]);
  });
});
