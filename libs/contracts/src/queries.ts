import { type AgencyId } from './agencies';
import { type CaseStatus, type CaseView, type ProcessingTime, type TimelineEntry } from './case-view';
import { type ProcedureGroup } from './procedures';

export type Language = 'vi' | 'en';

export interface CaseFilter {
  readonly status?: CaseStatus;
  readonly procedureGroup?: ProcedureGroup;
  /** Two-digit province code of the registry's commune. */
  readonly province?: string;
  /** Filed at or after / before (epoch ms). */
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
  readonly cursor?: string;
}

/** Reads of the saga's records. In one process a call; between processes HTTP. */
export interface CaseQueries {
  find(dossierNumber: string, language: Language): Promise<CaseView | undefined>;
  timeline(dossierNumber: string, language: Language): Promise<readonly TimelineEntry[] | undefined>;
  processingTime(dossierNumber: string): Promise<ProcessingTime | undefined>;
  list(filter: CaseFilter, language: Language): Promise<{ items: readonly CaseView[]; nextCursor?: string }>;
}

/** Injection token of {@link CaseQueries}. */
export const CASE_QUERIES = Symbol('CaseQueries');

export const WORK_ITEM_STATUSES = [
  'queued',
  'working',
  'awaiting-supplement',
  'verifying',
  'decided',
  'stopped',
] as const;
export type WorkItemStatus = (typeof WORK_ITEM_STATUSES)[number];

/** A piece of work on an officer's desk. */
export interface WorkItemView {
  readonly id: string;
  readonly agency: AgencyId;
  readonly office: string;
  readonly dossierNumber: string;
  readonly localNumber?: string;
  readonly status: WorkItemStatus;
  readonly attempt: number;
  readonly receivedAt: number;
  readonly dueAt?: number;
}
