import { type Message } from '@lienthong/contracts';
import * as fc from 'fast-check';
import { decodeMessage, encodeMessage, typeOf } from './cloud-event.codec';

const word = fc.stringMatching(/^[a-z][a-z-]{0,12}$/);

const messages: fc.Arbitrary<Message> = fc
  .record(
    {
      stream: fc.tuple(word, fc.string({ minLength: 1, unit: 'grapheme' })).map((parts) => parts.join('/')),
      sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      type: fc.string({ minLength: 1 }),
      subject: fc.string({ unit: 'grapheme' }),
      time: fc.integer({ min: 0, max: Date.UTC(2999, 11, 31) }),
      traceparent: fc.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
      data: fc.jsonValue({ stringUnit: 'grapheme' }),
    },
    { requiredKeys: ['stream', 'sequence', 'type', 'subject', 'time', 'data'] },
  )
  .map(({ data, ...rest }) => ({ ...rest, data: JSON.parse(JSON.stringify(data)) as unknown }));

/** As a broker gives it back. */
function record(message: Message): { key: Buffer; value: Buffer; headers: Record<string, Buffer> } {
  const { key, value, headers } = encodeMessage(message);
  return {
    key: Buffer.from(key),
    value: Buffer.from(value),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  };
}

const EXAMPLE: Message = {
  stream: 'gateway/H29.5-000001',
  sequence: 7,
  type: 'vn.lienthong.dossier.filed.v1',
  subject: 'H29.5-000001',
  time: Date.UTC(2026, 10, 16, 1, 30, 0, 5),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data: { procedure: 'birth' },
};

describe('the CloudEvents codec', () => {
  it('gives back every message', () => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(decodeMessage(record(message))).toEqual({ message });
      }),
    );
  });

  it('writes the attributes of CloudEvents 1.0 in binary mode', () => {
    expect(encodeMessage(EXAMPLE)).toEqual({
      key: 'H29.5-000001',
      value: '{"procedure":"birth"}',
      headers: {
        ce_specversion: '1.0',
        ce_id: 'gateway/H29.5-000001/7',
        ce_source: '/gateway',
        ce_type: 'vn.lienthong.dossier.filed.v1',
        ce_subject: 'H29.5-000001',
        ce_time: '2026-11-16T01:30:00.005Z',
        'content-type': 'application/json',
        ce_traceparent: EXAMPLE.traceparent,
        traceparent: EXAMPLE.traceparent,
      },
    });
  });

  it('tells the type without looking at the value', () => {
    expect(typeOf({ ...record(EXAMPLE), value: Buffer.from('{') })).toBe(EXAMPLE.type);
    expect(typeOf({ key: null, value: null })).toBeUndefined();
  });

  it('takes times with an offset, and a plain traceparent header', () => {
    const { key, value, headers } = record(EXAMPLE);
    const { ce_traceparent: _, ...others } = headers;
    const moved = { ...others, ce_time: Buffer.from('2026-11-16T08:30:00.005+07:00') };
    expect(decodeMessage({ key, value, headers: moved })).toEqual({ message: EXAMPLE });
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['no version', { ce_specversion: undefined }, 'no-cloud-event'],
    ['no id', { ce_id: undefined }, 'no-cloud-event'],
    ['no type', { ce_type: undefined }, 'no-cloud-event'],
    ['another version', { ce_specversion: '0.3' }, 'bad-attribute'],
    ['an empty type', { ce_type: '' }, 'bad-attribute'],
    ['an id without a sequence', { ce_id: 'gateway/H29.5-000001' }, 'bad-attribute'],
    ['an id without a stream', { ce_id: '7' }, 'bad-attribute'],
    ['a sequence of 0', { ce_id: 'gateway/x/0' }, 'bad-attribute'],
    ['a sequence too large to count', { ce_id: 'gateway/x/99999999999999999999' }, 'bad-attribute'],
    ["another service's source", { ce_source: '/residency' }, 'bad-attribute'],
    ['no subject', { ce_subject: undefined }, 'bad-attribute'],
    ['a subject that is not the key', { ce_subject: 'H29.5-000002' }, 'bad-attribute'],
    ['a time that is none', { ce_time: 'yesterday' }, 'bad-attribute'],
    ['a day that is none', { ce_time: '2026-13-01T00:00:00Z' }, 'bad-attribute'],
    ['another content type', { 'content-type': 'application/avro' }, 'bad-attribute'],
  ])('refuses %s', (_, changed, reason) => {
    const original = record(EXAMPLE);
    expect(decodeMessage({ ...original, headers: { ...original.headers, ...changed } })).toEqual({ reason });
  });

  it('refuses a value that is no JSON', () => {
    expect(decodeMessage({ ...record(EXAMPLE), value: null })).toEqual({ reason: 'bad-json' });
    expect(decodeMessage({ ...record(EXAMPLE), value: Buffer.from('{"a":') })).toEqual({
      reason: 'bad-json',
    });
  });

  it('never throws, whatever comes', () => {
    const bytes = fc.uint8Array().map((array) => Buffer.from(array));
    const headers = fc.dictionary(
      fc.constantFrom(
        'ce_specversion',
        'ce_id',
        'ce_type',
        'ce_source',
        'ce_subject',
        'ce_time',
        'content-type',
      ),
      fc.oneof(bytes, fc.array(bytes), fc.string(), fc.constant(undefined)),
    );
    const anything = fc.record({
      key: fc.option(bytes),
      value: fc.option(bytes),
      headers: fc.option(headers),
    });
    fc.assert(
      fc.property(anything, (raw) => {
        const decoded = decodeMessage({ ...raw, headers: raw.headers ?? undefined });
        expect('message' in decoded || decoded.reason.length > 0).toBe(true);
      }),
    );
  });
});
