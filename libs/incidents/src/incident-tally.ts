import { type IncidentSelection, type IncidentView } from '@lienthong/contracts';
import { compareKeys, incidentKey } from './incident-id';
import { type ErrorCount, type IncidentPage, type IncidentQuery } from './incidents.port';

/** Makes a page of incidents that come by service, kind and aggregate, and counts them all. */
export class IncidentTally {
  private readonly items: IncidentView[] = [];
  private readonly errors = new Map<string, number>();
  private readonly after;
  private total = 0;
  private more = false;

  constructor(private readonly query: IncidentQuery) {
    this.after = query.after === undefined ? undefined : incidentKey(query.after);
  }

  add(incident: IncidentView): void {
    if (!selects(this.query, incident)) return;
    this.total++;
    this.errors.set(incident.error, (this.errors.get(incident.error) ?? 0) + 1);
    if (this.after && compareKeys(incident, this.after) <= 0) return;
    if (this.items.length < this.query.limit) this.items.push(incident);
    else this.more = true;
  }

  page(): IncidentPage {
    const last = this.items.at(-1);
    return {
      items: this.items,
      ...(this.more && last && { next: last.id }),
      total: this.total,
      byError: mostFirst(this.errors),
      unavailable: [],
    };
  }
}

/** Error counts of several pages as one, largest first. */
export function sumOfErrors(counts: readonly ErrorCount[]): readonly ErrorCount[] {
  const sums = new Map<string, number>();
  for (const { error, count } of counts) sums.set(error, (sums.get(error) ?? 0) + count);
  return mostFirst(sums);
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly ErrorCount[] {
  return [...counts]
    .map(([error, count]) => ({ error, count }))
    .sort((a, b) => b.count - a.count || (a.error < b.error ? -1 : 1));
}

function selects({ service, error, dossierNumber }: IncidentSelection, incident: IncidentView): boolean {
  return (
    (service === undefined || incident.service === service) &&
    (error === undefined || incident.error.toLowerCase().includes(error.toLowerCase())) &&
    (dossierNumber === undefined || incident.dossierNumber === dossierNumber)
  );
}
