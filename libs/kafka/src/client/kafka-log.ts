import { type LogEntry, logLevel } from 'kafkajs';

export interface KafkaLogLine {
  readonly level: 'error' | 'warn' | 'debug';
  readonly message: string;
  readonly namespace: string;
  readonly group?: string;
  readonly broker?: string;
  readonly error?: string;
  readonly retryCount?: number;
}

export type KafkaLog = (line: KafkaLogLine) => void;

/** What a group says whenever a member comes or goes, and what our own choices make it say. */
const ROUTINE =
  /rebalanc|re-join|join group|member id|not aware of this member|Limiting retries for the idempotent|coordinator is loading/i;

/** Tries again by themselves, and say so each time; who waits for them reports once. */
const RECONNECTS = /^(Connection|BrokerPool)$/;

/** Forwards the client's log, without what belongs to every day; only fields that cannot hold a message's content. */
export function logTo(log: KafkaLog): () => (entry: LogEntry) => void {
  return () =>
    ({ namespace, level, log: { message, ...extra } }) => {
      const error = stringOf(extra['error']);
      const routine = ROUTINE.test(message) || (error !== undefined && ROUTINE.test(error));
      const group = stringOf(extra['groupId']);
      const broker = stringOf(extra['broker']);
      const retryCount: unknown = extra['retryCount'];
      log({
        level: routine
          ? 'debug'
          : RECONNECTS.test(namespace) && level === logLevel.ERROR
            ? 'warn'
            : levelOf(level),
        message,
        namespace,
        ...(group !== undefined && { group }),
        ...(broker !== undefined && { broker }),
        ...(error !== undefined && { error }),
        ...(typeof retryCount === 'number' && { retryCount }),
      });
    };
}

function levelOf(level: logLevel): KafkaLogLine['level'] {
  if (level === logLevel.ERROR) return 'error';
  return level === logLevel.WARN ? 'warn' : 'debug';
}

function stringOf(value: unknown): string | undefined {
  if (value instanceof Error) return value.message;
  return typeof value === 'string' ? value : undefined;
}
