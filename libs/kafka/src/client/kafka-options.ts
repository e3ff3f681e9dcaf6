/** How to reach the cluster and what its topics are like. */
export interface KafkaOptions {
  /** `host:port` of some brokers; the others are found through them. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** What every topic and consumer group is named with; none by default. */
  readonly topicPrefix?: string;
  /** Set: TLS. `ca` is PEM text of the authority that signed the brokers' certificates; unset: the system's. */
  readonly ssl?: { readonly ca?: string | undefined } | undefined;
  readonly sasl?: KafkaSasl | undefined;
  /** Of the sent batches. gzip by default. */
  readonly compression?: 'gzip' | 'none';
}

export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** What new topics are like. */
export interface TopicShape {
  /** The most members of a consumer group that can share its work. Fixed once the topics exist. */
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly retentionMs: number;
}
