import { calendarState, Readiness, type ReadinessReport } from '@lienthong/platform';

/** Real ms that a saved message may wait for the bus before the service counts as cut off. */
const OLDEST_UNPUBLISHED_MS = 60_000;
/** Real ms after which firing what is due counts as stuck: far longer than a backlog of thousands takes. */
const LONGEST_FIRING_MS = 300_000;

/** What readiness asks its engines. */
export interface EngineHealth {
  /** Whether a primary answers now. */
  storeAnswers(): Promise<boolean>;
  /** Whether every consumer group has joined. */
  joined(): boolean;
  /** Real ms; 0 while nothing waits. */
  outboxAgeMs(): number;
  /** How long timers that are due have been being fired: real ms, 0 between two looks. */
  firingMs(): number;
  /** The services' clock, epoch ms. */
  now(): number;
}

/**
 * Ready while the store's primary answers, the groups are joined, what was saved gets out and timers fire. A calendar that has
 * ended is told, and stops filings only.
 */
export class ServiceReadiness extends Readiness {
  private stopping = false;

  constructor(private readonly engines: EngineHealth) {
    super();
  }

  /** From now on no new requests should come here. */
  markStopping(): void {
    this.stopping = true;
  }

  async check(): Promise<ReadinessReport> {
    const store = (await this.engines.storeAnswers()) ? 'up' : 'no primary answers';
    const bus = this.engines.joined() ? 'up' : 'the consumer group is not joined';
    const outbox =
      this.engines.outboxAgeMs() < OLDEST_UNPUBLISHED_MS ? 'up' : 'saved messages do not get out';
    const timers =
      this.engines.firingMs() < LONGEST_FIRING_MS ? 'up' : 'timers that are due do not get fired';
    const process = this.stopping ? 'stopping' : 'up';
    const checks = { store, bus, outbox, timers, process };
    const ok = Object.values(checks).every((state) => state === 'up');
    const calendar = calendarState(this.engines.now());
    return { ok, checks: calendar === 'up' ? checks : { ...checks, calendar } };
  }
}
