import { Readiness, type ReadinessReport } from '@lienthong/platform';

/** Real ms that a saved message may wait for the bus before the service counts as cut off. */
const OLDEST_UNPUBLISHED_MS = 60_000;

/** What readiness asks its engines. */
export interface EngineHealth {
  /** Whether a primary answers now. */
  storeAnswers(): Promise<boolean>;
  /** Whether every consumer group has joined. */
  joined(): boolean;
  /** Real ms; 0 while nothing waits. */
  outboxAgeMs(): number;
}

/** Ready while the store's primary answers, the groups are joined and what was saved gets out. */
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
    const process = this.stopping ? 'stopping' : 'up';
    const checks = { store, bus, outbox, process };
    return { ok: Object.values(checks).every((state) => state === 'up'), checks };
  }
}
