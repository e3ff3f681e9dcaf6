import { type Instant } from './instant';

/** An aggregate that stands still because what it should take failed (sự cố). */
export interface IncidentView {
  /** Opaque, fit for a URL. */
  readonly id: string;
  readonly service: string;
  /** The kind of aggregate, e.g. `orchestrator` or `residency`. */
  readonly kind: string;
  readonly aggregateId: string;
  readonly dossierNumber?: string;
  readonly since: Instant;
  readonly attempts: number;
  /** What failed: no personal data. */
  readonly error: string;
  /** Messages that wait, the failed one first. Empty when a timer failed. */
  readonly waiting: readonly { readonly id: string; readonly type: string; readonly at: Instant }[];
}

/** What incidents are selected by. */
export interface IncidentSelection {
  readonly service?: string;
  /** Part of the error's text. */
  readonly error?: string;
  readonly dossierNumber?: string;
}

/** `GET /v1/operations/incidents?service=&error=&dossierNumber=&limit=&cursor=`. */
export interface IncidentListView {
  readonly items: readonly IncidentView[];
  readonly nextCursor?: string;
  readonly total: number;
  /** Services that did not answer; what they hold is missing above. */
  readonly unavailable: readonly string[];
  /** Of all services, largest first. */
  readonly byError: readonly { readonly error: string; readonly count: number }[];
}

/** `POST …/incidents/{id}/retry|discard` `{ reason }` with `Idempotency-Key`. */
export const INCIDENT_ACTIONS = ['retry', 'discard'] as const;
export type IncidentAction = (typeof INCIDENT_ACTIONS)[number];
