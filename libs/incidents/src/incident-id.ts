/** Which aggregate stands still. */
export interface IncidentKey {
  readonly service: string;
  readonly kind: string;
  readonly aggregateId: string;
}

const MOST_CHARACTERS = 400;

/** The id of an incident, fit for a URL and opaque to whoever is given it. */
export function incidentId({ service, kind, aggregateId }: IncidentKey): string {
  return Buffer.from(`${service}/${kind}/${aggregateId}`).toString('base64url');
}

/** The aggregate that an incident's id names; undefined for what is no id of ours. */
export function incidentKey(id: string): IncidentKey | undefined {
  if (id.length > MOST_CHARACTERS) return undefined;
  const text = Buffer.from(id, 'base64url').toString();
  if (Buffer.from(text).toString('base64url') !== id) return undefined;
  const [, service, kind, aggregateId] = /^([a-z-]+)\/([a-z-]+)\/(.+)$/s.exec(text) ?? [];
  if (service === undefined || kind === undefined || aggregateId === undefined) return undefined;
  return { service, kind, aggregateId };
}

/** The order in which incidents are listed: by service, kind and aggregate. */
export function compareKeys(a: IncidentKey, b: IncidentKey): number {
  return compare(a.service, b.service) || compare(a.kind, b.kind) || compare(a.aggregateId, b.aggregateId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
