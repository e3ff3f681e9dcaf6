import { setImmediate as nextTurn } from 'node:timers/promises';
import { type IncidentView } from '@lienthong/contracts';
import { type AnyEngine, type EngineRegistry } from '@lienthong/engine';
import { compareKeys, incidentKey } from './incident-id';
import { incidentView } from './incident-view';
import { IncidentTally } from './incident-tally';
import { type IncidentOutcome, type IncidentPage, type IncidentQuery, Incidents } from './incidents.port';

const AT_ONCE = 200;

/**
 * The incidents of what this process runs. They are few, or something is very wrong: a list looks at all of them, so that
 * its counts are exact, and lets others have their turn between two pages.
 */
export class LocalIncidents extends Incidents {
  constructor(private readonly engines: Pick<EngineRegistry, 'kinds' | 'of'>) {
    super();
  }

  async list(query: IncidentQuery): Promise<IncidentPage> {
    const tally = new IncidentTally(query);
    for (const { service, kind } of this.kindsOf(query.service)) {
      for (let after: string | undefined; ;) {
        const some = await this.engines.of(kind).incidents(AT_ONCE, after);
        for (const incident of some) tally.add(incidentView(service, kind, incident));
        if (some.length < AT_ONCE) break;
        after = some.at(-1)?.id;
        await nextTurn();
      }
    }
    return tally.page();
  }

  async find(id: string): Promise<IncidentView | undefined> {
    return (await this.look(id))?.incident;
  }

  async retry(id: string): Promise<IncidentOutcome> {
    const found = await this.look(id);
    if (!found) return { result: 'absent' };
    const { engine, incident } = found;
    await engine.retry(incident.aggregateId);
    // A timer whose time is past need not wait until somebody looks for due timers.
    await engine.fire([incident.aggregateId]);
    return this.outcome(id);
  }

  async discard(id: string, failed?: string): Promise<IncidentOutcome> {
    const found = await this.look(id);
    if (!found) return { result: 'absent' };
    const { engine, incident } = found;
    if (failed !== undefined && incident.waiting[0]?.id !== failed) return { result: 'changed', incident };
    await engine.discard(incident.aggregateId, failed);
    return this.outcome(id);
  }

  private async outcome(id: string): Promise<IncidentOutcome> {
    const incident = await this.find(id);
    return incident ? { result: 'open', incident } : { result: 'closed' };
  }

  private async look(id: string): Promise<{ engine: AnyEngine; incident: IncidentView } | undefined> {
    const key = incidentKey(id);
    if (!key || !this.kindsOf(key.service).some(({ kind }) => kind === key.kind)) return undefined;
    const engine = this.engines.of(key.kind);
    const incident = await engine.incident(key.aggregateId);
    return incident && { engine, incident: incidentView(key.service, key.kind, incident) };
  }

  /** In the order of the list. */
  private kindsOf(service?: string): readonly { readonly service: string; readonly kind: string }[] {
    return this.engines
      .kinds()
      .filter((one) => service === undefined || one.service === service)
      .map((one) => ({ ...one, aggregateId: '' }))
      .sort(compareKeys);
  }
}
