/** What a process says of the service that it runs: `GET /internal/v1/status`. */
export interface ServiceStatus {
  readonly service: string;
  readonly ready: boolean;
  /** By the name of the check: `up`, or why it is not. */
  readonly checks: Readonly<Record<string, string>>;
  /** Messages that wait for it, of all topics. */
  readonly lag: number;
  /** Age of the oldest message that is saved and not yet published, real ms; absent where both are one. */
  readonly outboxAgeMs?: number;
  /** How long the timer that is due longest has waited, ms of the simulation's clock. */
  readonly timersLateMs: number;
  /** Aggregates that stand still. */
  readonly incidents: number;
  /** Open cases that nobody would move on: of the service that runs the sagas. */
  readonly casesWithoutOwner?: number;
}
