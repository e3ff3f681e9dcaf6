import { type Clock } from '@lienthong/clock';
import { type ServiceStatus } from '@lienthong/contracts';
import { CASES_WITHOUT_OWNER, gaugeValue, type Metrics, type Readiness } from '@lienthong/platform';
import { type BusLag } from '../bus-lag';

/** What a status is read off. */
export interface StatusSources {
  readonly service: string;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly lag: BusLag;
  /** Real ms. */
  outboxAgeMs(): number;
  /** When the earliest timer is due (epoch ms of the clock). */
  nextTimer(): Promise<number | undefined>;
  /** Aggregates that stand still, by service. */
  openIncidents(): Promise<ReadonlyMap<string, number>>;
}

/** Says how this process's service is. Also the injection token. */
export class StatusReader {
  constructor(private readonly sources: StatusSources) {}

  /** @throws StoreUnavailable while the store does not answer */
  async read(): Promise<ServiceStatus> {
    const { service, clock, metrics, readiness, lag } = this.sources;
    const [{ ok, checks }, dueAt, incidents, ownerless] = await Promise.all([
      readiness.check(),
      this.sources.nextTimer(),
      this.sources.openIncidents(),
      gaugeValue(metrics, CASES_WITHOUT_OWNER),
    ]);
    return {
      service,
      ready: ok,
      checks,
      lag: lag.of(service),
      outboxAgeMs: Math.round(this.sources.outboxAgeMs()),
      timersLateMs: Math.max(0, clock.now() - (dueAt ?? Infinity)),
      incidents: [...incidents.values()].reduce((sum, count) => sum + count, 0),
      ...(ownerless !== undefined && { casesWithoutOwner: ownerless }),
    };
  }
}
