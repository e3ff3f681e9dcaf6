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

/** Bounds how long a call is tried again inside the client before it rejects: about six seconds of pauses. */
export const CALL_RETRY: RetryOptions = {
  initialRetryTime: 100,
  maxRetryTime: 2_000,
  multiplier: 2,
  factor: 0.2,
  retries: 6,
};

/** A cluster and how we sign in to it. Bus, publisher and administration each open connections of their own. */
export class KafkaConnection {
  readonly client: Kafka;
  readonly names: ClusterNames;
  readonly compression: CompressionTypes;

  /**
   * @param sockets another way to open sockets than the client's own
   * @throws KafkaFault for options that cannot work
   */
  constructor(options: KafkaOptions, log: KafkaLog = () => undefined, sockets?: ISocketFactory) {
    if (options.brokers.length === 0) {
      throw new KafkaFault('configuration', 'KAFKA_BROKERS is empty: name at least one broker as host:port');
    }
    this.names = new ClusterNames(options.topicPrefix ?? '');
    this.compression = options.compression === 'none' ? CompressionTypes.None : CompressionTypes.GZIP;
    this.client = new Kafka({
      clientId: options.clientId,
      brokers: [...options.brokers],
      connectionTimeout: 3_000,
      authenticationTimeout: 10_000,
      requestTimeout: 15_000,
      retry: CALL_RETRY,
      logLevel: logLevel.INFO,
      logCreator: logTo(log),
      ...(options.ssl && { ssl: options.ssl.ca === undefined ? true : { ca: [options.ssl.ca] } }),
      ...(options.sasl && { sasl: { ...options.sasl } as NonNullable<KafkaConfig['sasl']> }),
      ...(sockets && { socketFactory: sockets }),
    });
  }
}
