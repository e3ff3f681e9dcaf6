import { type IncidentSelection } from '@lienthong/contracts';

/** The services that can hold an incident, in the order of a case's way. */
export const SERVICES = [
  'gateway',
  'orchestrator',
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
  'judicial-records',
  'console',
] as const;

/** What the page's address selects. */
export function selectionOf(query: URLSearchParams): IncidentSelection {
  const service = query.get('service');
  const error = query.get('error');
  const dossierNumber = query.get('dossierNumber');
  return {
    ...(service && { service }),
    ...(error && { error }),
    ...(dossierNumber && { dossierNumber: dossierNumber.trim().toUpperCase() }),
  };
}

export function isFiltered(selection: IncidentSelection): boolean {
  return Object.keys(selection).length > 0;
}
