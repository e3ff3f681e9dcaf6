import { type SimulationClock } from '@lienthong/clock';
import { KafkaConnection } from '@lienthong/kafka';
import { MongoConnection, MongoMeta } from '@lienthong/mongodb';
import { createLogger, type Settings, Tracing } from '@lienthong/platform';
import { type Logger } from 'pino';
import { kafkaOptions } from './engine-options';
import { type ServiceName } from './service-definition';
import { sharedClock } from './shared-clock';

/** The database of what all services share: where their clock began. */
const SHARED = 'shared';

/** What a service is joined to. */
export interface Connections {
  readonly logger: Logger;
  readonly kafka: KafkaConnection;
  readonly mongo: MongoConnection;
  readonly clock: SimulationClock;
  /** None where no collector is set. */
  readonly tracing: Tracing | undefined;
}

/** @throws BadSetting or MongoUnusable in one line. Kafka is first spoken to when the service starts to consume. */
export async function connect(name: ServiceName, settings: Settings): Promise<Connections> {
  const logger = createLogger(settings.logLevel, name);
  const kafka = new KafkaConnection(
    kafkaOptions(settings, `lienthong-${name}`),
    ({ level, message, ...rest }) => logger[level]({ ...rest }, message),
  );
  const mongo = await MongoConnection.open({
    uri: settings.mongodbUri ?? '',
    databasePrefix: settings.mongodbDatabasePrefix,
    applicationName: `lienthong-${name}`,
    onLost: () => logger.error('MongoDB is lost: what comes waits until a primary is back'),
    onBack: () => logger.warn('MongoDB is back'),
  });
  try {
    const clock = await sharedClock(new MongoMeta(mongo, mongo.database(SHARED)), settings);
    return { logger, kafka, mongo, clock, tracing: Tracing.to(settings.otlpEndpoint, name) };
  } catch (error) {
    await mongo.close();
    throw error;
  }
}
