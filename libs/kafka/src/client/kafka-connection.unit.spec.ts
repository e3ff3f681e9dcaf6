import { setTimeout as sleep } from 'node:timers/promises';
import { HalfOpenBroker } from '../../test-support/half-open-broker';
import { withAdmin } from '../admin/with-admin';
import { KafkaConnection } from './kafka-connection';
import { type KafkaOptions } from './kafka-options';

const LIMITS = { connectMs: 200, signInMs: 200, answerMs: 300 };
const SASL: KafkaOptions['sasl'] = { mechanism: 'plain', username: 'user', password: 'secret' };
/** Over seven attempts, with six seconds of pauses between them. */
const BOUND_MS = 30_000;
/** What a broker does, how many requests it answers, who asks, and what is said of it. */
const HANGING: readonly (readonly [string, number, Partial<KafkaOptions>, string])[] = [
  ['greets nobody', 0, {}, 'does not answer the sign-in'],
  ['greets nobody who signs in', 0, { sasl: SASL }, 'does not answer the sign-in'],
  ['does not begin the sign-in', 1, { sasl: SASL }, 'does not answer the sign-in'],
  // How the client hears of this one leaves out who was silent.
  ['does not end the sign-in', 2, { sasl: SASL }, 'the sign-in at Kafka was interrupted'],
  ['speaks no TLS', 0, { ssl: {} }, 'has not completed the TLS handshake'],
];

describe('KafkaConnection', () => {
  let faults: ReadonlyMap<string, { readonly fault: unknown; readonly ms: number; readonly open: number }>;

  beforeAll(async () => {
    const outcomes = HANGING.map(async ([name, answers, options]) => {
      const broker = await HalfOpenBroker.start(answers);
      const reach: KafkaOptions = { brokers: [broker.address], clientId: 'test', ...options };
      const connection = new KafkaConnection(reach, undefined, undefined, LIMITS);
      const began = performance.now();
      const fault: unknown = await withAdmin(connection, (admin) => admin.listTopics()).catch(
        (error: unknown) => error,
      );
      const ms = performance.now() - began;
      for (let turns = 0; turns < 50 && broker.open.size > 0; turns++) await sleep(10);
      const open = broker.open.size;
      await broker.close();
      return [name, { fault, ms, open }] as const;
    });
    faults = new Map(await Promise.all(outcomes));
  });

  it.each(HANGING)('gives up a broker that %s, and keeps no connection to it', (name, _, __, said) => {
    const { fault, ms, open } = faults.get(name)!;
    expect(fault).toMatchObject({
      code: 'kafka-transient',
      message: expect.stringContaining(said) as string,
    });
    expect(ms).toBeLessThan(BOUND_MS);
    expect(open).toBe(0);
  });

  it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n'])(
    'refuses an authority that is none: %j',
    (ca) => {
      expect(() => new KafkaConnection({ brokers: ['h:1'], clientId: 'test', ssl: { ca } })).toThrow(
        /^KAFKA_SSL_CA_FILE holds no certificate as PEM \(/,
      );
    },
  );
});
