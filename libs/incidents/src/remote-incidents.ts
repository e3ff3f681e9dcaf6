import { type IncidentView } from '@lienthong/contracts';
import { Problem } from '@lienthong/platform';
import { type ServiceClient } from '@lienthong/remote';
import { incidentKey } from './incident-id';
import { sumOfErrors } from './incident-tally';
import { type IncidentOutcome, type IncidentPage, type IncidentQuery, Incidents } from './incidents.port';

type ServicePage = IncidentPage & { readonly service: string; readonly silent: boolean };

/**
 * The incidents of services in processes of their own, asked over HTTP; this process answers for its own. A service that
 * does not answer spoils nothing: the list names it.
 */
export class RemoteIncidents extends Incidents {
  /**
   * @param services the others, by name
   * @param own of the service that runs here
   */
  constructor(
    private readonly services: ReadonlyMap<string, ServiceClient>,
    private readonly own: { readonly service: string; readonly incidents: Incidents },
  ) {
    super();
  }

  async list(query: IncidentQuery): Promise<IncidentPage> {
    const names = [...this.services.keys(), this.own.service].sort();
    const asked = names.filter((name) => query.service === undefined || name === query.service);
    const pages = await Promise.all(asked.map((name) => this.pageOf(name, query)));
    const items: IncidentView[] = [];
    let next: string | undefined;
    for (const page of pages) {
      const room = query.limit - items.length;
      if (next === undefined && (page.items.length > room || page.next !== undefined))
        next = page.items[room - 1]?.id ?? items.at(-1)?.id;
      items.push(...page.items.slice(0, room));
    }
    return {
      items,
      ...(next !== undefined && { next }),
      total: pages.reduce((sum, { total }) => sum + total, 0),
      byError: sumOfErrors(pages.flatMap(({ byError }) => byError)),
      unavailable: pages.filter(({ silent }) => silent).map(({ service }) => service),
    };
  }

  async find(id: string): Promise<IncidentView | undefined> {
    const { service } = incidentKey(id) ?? {};
    if (service === this.own.service) return this.own.incidents.find(id);
    return this.services.get(service ?? '')?.get<IncidentView>(pathOf(id));
  }

  async retry(id: string): Promise<IncidentOutcome> {
    const { service } = incidentKey(id) ?? {};
    if (service === this.own.service) return this.own.incidents.retry(id);
    const client = this.services.get(service ?? '');
    return client ? client.post(`${pathOf(id)}/retry`, {}) : { result: 'absent' };
  }

  async discard(id: string, failed?: string): Promise<IncidentOutcome> {
    const { service } = incidentKey(id) ?? {};
    if (service === this.own.service) return this.own.incidents.discard(id, failed);
    const client = this.services.get(service ?? '');
    return client ? client.post(`${pathOf(id)}/discard`, { failed }) : { result: 'absent' };
  }

  private async pageOf(service: string, query: IncidentQuery): Promise<ServicePage> {
    if (service === this.own.service)
      return { ...(await this.own.incidents.list({ ...query, service })), service, silent: false };
    try {
      const page = await this.services.get(service)?.get<IncidentPage>(`${BASE}?${parametersOf(query)}`);
      if (page) return { ...page, service, silent: false };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    return { ...NOTHING, service, silent: true };
  }
}

const BASE = '/internal/v1/incidents';
const NOTHING: IncidentPage = { items: [], total: 0, byError: [], unavailable: [] };

function pathOf(id: string): string {
  return `${BASE}/${encodeURIComponent(id)}`;
}

function parametersOf({ error, dossierNumber, limit, after }: IncidentQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ error, dossierNumber, limit, after }))
    if (value !== undefined) parameters.set(name, String(value));
  return parameters.toString();
}
