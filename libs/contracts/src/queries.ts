import { type AgencyId } from './agencies';
import { type HistoryEntry } from './case-events';
import { type CaseInspection } from './case-inspection';
import { type CaseStatus, type CaseView, type ProcessingTime, type TimelineEntry } from './case-view';
import { type Dossier } from './dossier';
import { type Procedure, type ProcedureGroup } from './procedures';

export type Language = 'vi' | 'en';

export interface CaseFilter {
  readonly status?: CaseStatus;
  readonly procedureGroup?: ProcedureGroup;
  /** Two-digit province code of the registry's commune. */
  readonly province?: string;
  /** Filed at or after / before (epoch ms). */
  readonly from?: number;
  readonly to?: number;
  /** Filed by this caller. */
  readonly submittedBy?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * Reads of the saga's records. In one process a call; between processes HTTP. Where `submittedBy` is given, what
 * somebody else filed is not there.
 */
export interface CaseQueries {
  find(dossierNumber: string, language: Language, submittedBy?: string): Promise<CaseView | undefined>;
  timeline(
    dossierNumber: string,
    language: Language,
    submittedBy?: string,
  ): Promise<readonly TimelineEntry[] | undefined>;
  processingTime(dossierNumber: string, submittedBy?: string): Promise<ProcessingTime | undefined>;
  /** What was filed, as supplemented and corrected since. */
  dossier(dossierNumber: string, submittedBy?: string): Promise<Dossier | undefined>;
  /** Everything of one case, for operators. */
  inspect(dossierNumber: string, language: Language): Promise<CaseInspection | undefined>;
  list(filter: CaseFilter, language: Language): Promise<{ items: readonly CaseView[]; nextCursor?: string }>;
  /** Dossier numbers of the open cases that nobody would move on: those that `casesWithoutOwner` of a status counts. */
  withoutOwner(): Promise<readonly string[]>;
}

/** Injection token of {@link CaseQueries}. */
export const CASE_QUERIES = Symbol('CaseQueries');

/** What happened to a case so far, and its status now. */
export interface CaseHistory {
  readonly dossierNumber: string;
  readonly status: CaseStatus;
  readonly entries: readonly HistoryEntry[];
}

/** The log of record of the cases: what a read model is built from anew. In one process a call; between processes HTTP. */
export interface CaseHistories {
  /** Ascending by dossier number, those after `after`. An empty page is the end. */
  page(after: string | undefined, limit: number): Promise<readonly CaseHistory[]>;
  /** Of these cases; those that there are not are left out. */
  of(dossierNumbers: readonly string[]): Promise<readonly CaseHistory[]>;
}

/** Injection token of {@link CaseHistories}. */
export const CASE_HISTORIES = Symbol('CaseHistories');

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
  readonly procedureGroup: ProcedureGroup;
  /** What it is to decide on, while it has no result. */
  readonly procedures?: readonly Procedure[];
  readonly localNumber?: string;
  readonly status: WorkItemStatus;
  readonly attempt: number;
  readonly receivedAt: number;
  readonly dueAt?: number;
}
