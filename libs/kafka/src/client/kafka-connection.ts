import { X509Certificate } from 'node:crypto';
import {
  CompressionTypes,
  type ISocketFactory,
  Kafka,
  type KafkaConfig,
  logLevel,
  type RetryOptions,
} from 'kafkajs';
import { ClusterNames } from '../topics';
import { KafkaFault } from './kafka-fault';
import { type KafkaLog, logTo } from './kafka-log';
import { type KafkaOptions } from './kafka-options';
import { type SocketLimits, watchedSockets } from './watched-sockets';

/** Bounds how long a call is tried again inside the client before it rejects: about six seconds of pauses. */
export const CALL_RETRY: RetryOptions = {
  initialRetryTime: 100,
  maxRetryTime: 2_000,
  multiplier: 2,
  factor: 0.2,
  retries: 6,
};

/** A request waits 15 s for its answer, a member for the others of its group 35 s. */
const LIMITS: SocketLimits = { connectMs: 3_000, signInMs: 5_000, answerMs: 60_000 };

/** A cluster and how we sign in to it. Bus, publisher and administration each open connections of their own. */
export class KafkaConnection {
  readonly client: Kafka;
  readonly names: ClusterNames;
  readonly compression: CompressionTypes;

  /**
   * @param sockets another way to open sockets
   * @throws KafkaFault for options that cannot work
   */
  constructor(
    options: KafkaOptions,
    log: KafkaLog = () => undefined,
    sockets?: ISocketFactory,
    limits: SocketLimits = LIMITS,
  ) {
    if (options.brokers.length === 0) {
      throw new KafkaFault('configuration', 'KAFKA_BROKERS is empty: name at least one broker as host:port');
    }
    requireCertificate(options.ssl?.ca);
    this.names = new ClusterNames(options.topicPrefix ?? '');
    this.compression = options.compression === 'none' ? CompressionTypes.None : CompressionTypes.GZIP;
    this.client = new Kafka({
      clientId: options.clientId,
      brokers: [...options.brokers],
      // Later than ours, which says what was waited for and leaves no socket behind.
      connectionTimeout: limits.connectMs + 1_000,
      authenticationTimeout: 10_000,
      requestTimeout: 15_000,
      retry: CALL_RETRY,
      logLevel: logLevel.INFO,
      logCreator: logTo(log),
      ...(options.ssl && { ssl: options.ssl.ca === undefined ? true : { ca: [options.ssl.ca] } }),
      ...(options.sasl && { sasl: { ...options.sasl } as NonNullable<KafkaConfig['sasl']> }),
      socketFactory: watchedSockets(limits, sockets),
    });
  }
}

/** The client would take a bad file for a broker that is away. */
function requireCertificate(ca: string | undefined): void {
  if (ca === undefined) return;
  try {
    new X509Certificate(ca);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KafkaFault('configuration', `KAFKA_SSL_CA_FILE holds no certificate as PEM (${why})`, error);
  }
}
