import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SecuredKafka, startSecuredKafka } from '../../../infra/engines';
import { describeOnJava } from '../../../tests/support/engines/on-java';
import { HalfOpenBroker } from '../test-support/half-open-broker';
import { eventually, message, QUICK } from '../test-support/kafka-under-test';
import { ConsumerLag } from './admin/consumer-lag';
import { ensureTopics } from './admin/ensure-topics';
import { KafkaEventBus } from './bus/kafka-event-bus';
import { KafkaConnection } from './client/kafka-connection';
import { type KafkaFault } from './client/kafka-fault';
import { type KafkaOptions, type KafkaSasl } from './client/kafka-options';
import { KafkaPublisher } from './publisher/kafka-publisher';

const MECHANISMS: readonly KafkaSasl['mechanism'][] = ['plain', 'scram-sha-256', 'scram-sha-512'];
const SHAPE = { partitions: 2, replicationFactor: 1, retentionMs: 3_600_000 };
/** Seven attempts, each with its pause. On a busy machine far more than it takes. */
const BOUND_MS = 45_000;

describeOnJava('Kafka with TLS and SASL', () => {
  let kafka: SecuredKafka;
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lienthong-secured-kafka-'));
    kafka = await startSecuredKafka({ directory, heapMegabytes: 256 });
  }, 300_000);
  afterAll(async () => {
    await kafka?.kill();
    rmSync(directory, { recursive: true, force: true });
  });

  const connect = (brokers: string | readonly string[], options: Partial<KafkaOptions>): KafkaConnection =>
    new KafkaConnection({ brokers: [brokers].flat(), clientId: 'test', ...options });
  const ssl = (): KafkaOptions['ssl'] => ({ ca: kafka.authority.pem });
  const sasl = (
    mechanism: KafkaSasl['mechanism'] = 'scram-sha-512',
    other: Partial<KafkaSasl> = {},
  ): KafkaSasl => ({
    mechanism,
    ...kafka.user,
    ...other,
  });

  /** Topics, a publisher, a consumer and the lag of its group: all that the services do there. */
  const goRound = async (connection: KafkaConnection): Promise<readonly number[]> => {
    await ensureTopics(connection, SHAPE);
    const publisher = new KafkaPublisher(connection);
    const bus = new KafkaEventBus(connection, { knows: () => true, tuning: QUICK });
    const lag = new ConsumerLag(connection);
    const taken: number[] = [];
    bus.subscribe('group', 'case.events', async ({ messages }) => {
      taken.push(...messages.map(({ sequence }) => sequence));
    });
    try {
      await bus.start();
      await publisher.publish([1, 2, 3].map((n) => ({ topic: 'case.events', message: message('x', n) })));
      await eventually(async () => {
        const [own] = await lag.read(bus.groups()).catch(() => []);
        return own?.lag === 0 && taken.length > 0;
      });
      return taken;
    } finally {
      await Promise.all([bus.close(), publisher.close(), lag.close()]);
    }
  };

  it.each(MECHANISMS)('carries messages to whoever signs in with %s', async (mechanism) => {
    const options = { ssl: ssl(), sasl: sasl(mechanism), topicPrefix: `${mechanism}.` };
    expect(await goRound(connect(kafka.sasl, options))).toEqual([1, 2, 3]);
  });

  it('carries messages over TLS alone', async () => {
    expect(await goRound(connect(kafka.tls, { ssl: ssl(), topicPrefix: 'tls.' }))).toEqual([1, 2, 3]);
  });

  it('reaches the others past a broker that hangs', async () => {
    const hanging = await HalfOpenBroker.start();
    const both = connect([hanging.address, kafka.sasl], { ssl: ssl(), sasl: sasl(), topicPrefix: 'past.' });
    expect(await ensureTopics(both, SHAPE)).toContain('past.case.events');
    await hanging.close();
  });

  describe('says what has to be mended:', () => {
    const [configuration, transient] = ['configuration', 'transient'] as const;
    const wrongs: readonly (readonly [
      string,
      () => KafkaConnection,
      KafkaFault['kind'],
      readonly RegExp[],
    ])[] = [
      ...MECHANISMS.map(
        (mechanism) =>
          [
            `a wrong password (${mechanism})`,
            () => connect(kafka.sasl, { ssl: ssl(), sasl: sasl(mechanism, { password: 'wrong' }) }),
            configuration,
            [/KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD/],
          ] as const,
      ),
      [
        'an unknown user',
        () => connect(kafka.sasl, { ssl: ssl(), sasl: sasl('scram-sha-512', { username: 'nobody' }) }),
        configuration,
        [/KAFKA_SASL_USERNAME/],
      ],
      [
        'a sign-in where there is none',
        () => connect(kafka.tls, { ssl: ssl(), sasl: sasl() }),
        configuration,
        [/KAFKA_SASL_MECHANISM/],
      ],
      [
        'no sign-in where there must be one',
        () => connect(kafka.sasl, { ssl: ssl() }),
        transient,
        [/closes the connection/, /KAFKA_SASL_MECHANISM does not fit/],
      ],
      [
        'an authority that nobody trusts',
        () => connect(kafka.sasl, { ssl: {}, sasl: sasl() }),
        configuration,
        [/not trusted: KAFKA_SSL_CA_FILE/],
      ],
      [
        'a certificate for another host',
        () => connect(kafka.sasl.replace('127.0.0.1', 'localhost'), { ssl: ssl(), sasl: sasl() }),
        configuration,
        [/another host: KAFKA_BROKERS/],
      ],
      [
        'plain text where TLS is spoken',
        () => connect(kafka.sasl, { sasl: sasl() }),
        transient,
        [/closes the connection/, /KAFKA_SSL/],
      ],
      [
        'TLS where plain text is spoken',
        () => connect(kafka.brokers, { ssl: ssl() }),
        transient,
        [/closes the connection/, /KAFKA_SSL/],
      ],
      [
        'a client certificate that no setting gives',
        () => connect(kafka.mutual, { ssl: ssl() }),
        configuration,
        [/client certificate/, /KAFKA_BROKERS/],
      ],
    ];

    let outcomes: ReadonlyMap<string, { readonly fault: unknown; readonly ms: number }>;

    // Together, since each waits for the client to give up.
    beforeAll(async () => {
      const tries = wrongs.map(async ([name, open]) => {
        const began = performance.now();
        const fault: unknown = await ensureTopics(open(), SHAPE).catch((error: unknown) => error);
        return [name, { fault, ms: performance.now() - began }] as const;
      });
      outcomes = new Map(await Promise.all(tries));
    });

    it.each(wrongs)('%s', (name, _, kind, said) => {
      const { fault, ms } = outcomes.get(name)!;
      expect(fault).toMatchObject({ code: `kafka-${kind}` });
      for (const pattern of said) expect((fault as KafkaFault).message).toMatch(pattern);
      expect((fault as KafkaFault).message).not.toContain(kafka.user.password);
      expect(ms).toBeLessThan(BOUND_MS);
    });

    it('to a service that starts', async () => {
      const connection = connect(kafka.sasl, { ssl: ssl(), sasl: sasl('plain', { password: 'wrong' }) });
      const bus = new KafkaEventBus(connection, { knows: () => true, tuning: QUICK });
      bus.subscribe('group', 'case.events', async () => undefined);
      await expect(bus.start()).rejects.toMatchObject({ code: 'kafka-configuration' });
      const publisher = new KafkaPublisher(connection);
      await expect(publisher.connect()).rejects.toMatchObject({ code: 'kafka-configuration' });
      await Promise.all([bus.close(), publisher.close()]);
    });
  });
});
