import { isKnownType } from '@lienthong/contracts';
import { type ConsumerTuning, type KafkaConnection, KafkaEventBus } from '@lienthong/kafka';
import { type Metrics } from '@lienthong/platform';
import { type Logger } from 'pino';
import { Counter } from 'prom-client';

interface Reports {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly retried: (group: string, topic: string) => void;
}

/** The bus of this process, with what it meets told to the log and the metrics. */
export function kafkaEventBus(
  connection: KafkaConnection,
  { logger, metrics, retried }: Reports,
  tuning: Partial<ConsumerTuning>,
): KafkaEventBus {
  const deadLetters = new Counter({
    name: 'lienthong_dead_letters_total',
    help: 'Records that are no message of ours, put aside on the topic dead-letters',
    labelNames: ['group', 'topic', 'reason'],
    registers: [metrics],
  });
  return new KafkaEventBus(connection, {
    knows: isKnownType,
    tuning,
    onBatchError: (error, topic, group) => {
      retried(group, topic);
      logger.error({ err: error, topic, group }, 'a batch failed and will be tried again');
    },
    onDeadLetter: (reason, topic, group) => {
      deadLetters.inc({ group, topic, reason });
      logger.warn({ reason, topic, group }, 'a record is no message of ours and was put aside');
    },
    onCrash: (fault, group) => logger.error({ err: fault, group }, 'a consumer fell out and comes back'),
  });
}
