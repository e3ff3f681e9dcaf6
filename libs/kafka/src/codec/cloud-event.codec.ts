import { type Message, messageId } from '@lienthong/contracts';

export type Headers = Readonly<Record<string, string>>;

/** A message as a Kafka record. */
export interface EncodedMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Headers;
}

/** A record as a consumer gets it. */
export interface RawRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: RawHeaders | undefined;
}

export type RawHeaders = Readonly<Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>>;

export type BadRecord = 'no-cloud-event' | 'bad-attribute' | 'bad-json';

/** A message, or why the record is none. */
export type Decoded = { readonly message: Message } | { readonly reason: BadRecord };

const CONTENT_TYPE = 'application/json';
const ID = /^(([^/]+)\/.+)\/([1-9]\d*)$/s;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes in `ce_` headers, the data alone in the value. Stream and
 * sequence are parts of the id. The trace context stands twice: as the CloudEvents extension, and as tracing tools read it.
 */
export function encodeMessage(message: Message): EncodedMessage {
  const { subject, traceparent } = message;
  return {
    key: subject,
    value: JSON.stringify(message.data),
    headers: {
      ce_specversion: '1.0',
      ce_id: messageId(message),
      ce_source: `/${message.stream.slice(0, message.stream.indexOf('/'))}`,
      ce_type: message.type,
      ce_subject: subject,
      ce_time: new Date(message.time).toISOString(),
      'content-type': CONTENT_TYPE,
      ...(traceparent !== undefined && { ce_traceparent: traceparent, traceparent }),
    },
  };
}

/** The type of what may be a message, without looking at the rest. */
export function typeOf(record: RawRecord): string | undefined {
  return header(record, 'ce_type');
}

export function decodeMessage(record: RawRecord): Decoded {
  const version = header(record, 'ce_specversion');
  const id = header(record, 'ce_id');
  const type = header(record, 'ce_type');
  if (version === undefined || id === undefined || type === undefined) return { reason: 'no-cloud-event' };
  const [, stream, service, digits] = ID.exec(id) ?? [];
  const sequence = Number(digits);
  const subject = header(record, 'ce_subject');
  const time = timeOf(header(record, 'ce_time'));
  if (
    version !== '1.0' ||
    type === '' ||
    stream === undefined ||
    !Number.isSafeInteger(sequence) ||
    header(record, 'ce_source') !== `/${service}` ||
    subject === undefined ||
    subject !== record.key?.toString('utf8') ||
    time === undefined ||
    !header(record, 'content-type')?.startsWith(CONTENT_TYPE)
  ) {
    return { reason: 'bad-attribute' };
  }
  const data = parse(record.value);
  if (!data) return { reason: 'bad-json' };
  const traceparent = header(record, 'ce_traceparent') ?? header(record, 'traceparent');
  return {
    message: {
      stream,
      sequence,
      type,
      subject,
      time,
      ...(traceparent !== undefined && { traceparent }),
      ...data,
    },
  };
}

function header({ headers }: RawRecord, name: string): string | undefined {
  const value = headers?.[name];
  if (typeof value === 'string') return value;
  return Buffer.isBuffer(value) ? value.toString('utf8') : undefined;
}

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined || !RFC3339.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function parse(value: Buffer | null): { readonly data: unknown } | undefined {
  if (value === null) return undefined;
  try {
    return { data: JSON.parse(value.toString('utf8')) as unknown };
  } catch {
    return undefined;
  }
}
