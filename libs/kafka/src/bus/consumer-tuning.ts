/**
 * How consumers keep their place in a group. The defaults make rebalances short: the others learn of a newcomer within a
 * heartbeat, and of a dead member within the session.
 */
export interface ConsumerTuning {
  /** A member that was silent for so long is dead. */
  readonly sessionTimeoutMs: number;
  /** A rebalance is noticed after so long at most. */
  readonly heartbeatMs: number;
  /** How long a rebalance waits for members to finish their batches in hand; longer ones are worked twice. */
  readonly rebalanceTimeoutMs: number;
  /** How long after its work an offset is committed. So much comes again after a crash, beside what was in hand; so old is the lag that is told. */
  readonly commitAfterMs: number;
  /** A fetch is answered once there are so many bytes, or after {@link IDLE_FETCH_MS}. */
  readonly fetchMinBytes: number;
  /** Partitions of a group worked at the same time in one process. */
  readonly partitionsConsumedConcurrently: number;
}

export const DEFAULT_TUNING: ConsumerTuning = {
  sessionTimeoutMs: 6_000,
  heartbeatMs: 1_000,
  rebalanceTimeoutMs: 30_000,
  commitAfterMs: 250,
  fetchMinBytes: 1,
  // Whatever one fetch brings is worked at once, so that the stores and the publisher can make few large calls of it.
  partitionsConsumedConcurrently: 64,
};

/** How long a broker holds a fetch that finds nothing: also how late a resting partition or a close can be noticed. */
export const IDLE_FETCH_MS = 250;

/** For consumers that nobody waits for: few large fetches, a quarter of a second later at most. */
export const UNHURRIED: Partial<ConsumerTuning> = { fetchMinBytes: 64 * 1024 };
