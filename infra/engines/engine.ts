/** A Kafka or a MongoDB of our own: one port, one data folder, and a life that a test may interrupt. */
export interface Engine {
  /** Of the process; undefined while it is down, and in a container. */
  readonly pid: number | undefined;
  /** Resolves when clients are served. On the same port, with the data of the last time. */
  start(): Promise<void>;
  /** An orderly end. */
  stop(): Promise<void>;
  /** SIGKILL: what a power cut leaves. */
  kill(): Promise<void>;
}

export interface KafkaEngine extends Engine {
  /** For `KAFKA_BROKERS`. */
  readonly brokers: string;
}

export interface MongoEngine extends Engine {
  /** For `MONGODB_URI`; names no database. */
  readonly uri: string;
}

export interface EngineOptions {
  /** For data and log. A folder that an engine has used before gives its data back. */
  readonly directory: string;
  /** On the loopback interface; a free one when absent. */
  readonly port?: number;
  /** The largest heap of a Java engine, in MB. */
  readonly heapMegabytes?: number;
  /** Whether it outlives this process. */
  readonly detached?: boolean;
}

export const HOST = '127.0.0.1';
export const DEFAULT_HEAP_MEGABYTES = 512;

/** What a person can mend: the message says what is missing, and may end with an engine's last log lines. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
