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
  /** Partitions of a group worked at the same time in one process. */
  readonly partitionsConsumedConcurrently: number;
}

export const DEFAULT_TUNING: ConsumerTuning = {
  sessionTimeoutMs: 6_000,
  heartbeatMs: 1_000,
  rebalanceTimeoutMs: 30_000,
  // Whatever one fetch brings is worked at once, so that the stores and the publisher can make few large calls of it.
  partitionsConsumedConcurrently: 64,
};

/** How long a broker holds a fetch that finds nothing: also how late a resting partition or a close can be noticed. */
export const IDLE_FETCH_MS = 250;
