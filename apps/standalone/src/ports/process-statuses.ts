import { type ServiceStatus } from '@lienthong/contracts';
import { CASES_WITHOUT_OWNER, gaugeValue } from '@lienthong/platform';
import { type ReportedService, ServiceStatuses } from '../../../console/src/ports';
import { type Runtime } from '../runtime';

/** Each service of one process: what all of them share, its readiness and its timers, is said of each. */
export class ProcessStatuses extends ServiceStatuses {
  constructor(private readonly runtime: Runtime) {
    super();
  }

  async read(): Promise<readonly ReportedService[]> {
    const { clock, engines, load, metrics, readiness } = this.runtime;
    const [{ ok, checks }, incidents, dueAt, ownerless] = await Promise.all([
      readiness.check(),
      engines.openIncidents(),
      load.nextTimer(),
      gaugeValue(metrics, CASES_WITHOUT_OWNER),
    ]);
    const timersLateMs = Math.max(0, clock.now() - (dueAt ?? Infinity));
    return [...incidents].map(([service, open]): ReportedService => {
      const status: ServiceStatus = {
        service,
        ready: ok,
        checks,
        lag: load.backlogOf(service),
        timersLateMs,
        incidents: open,
        ...(service === 'orchestrator' && ownerless !== undefined && { casesWithoutOwner: ownerless }),
      };
      return { service, replicas: [status] };
    });
  }
}
