import {
  type AgencyReportType,
  type AgencyResult,
  type CorrectionData,
  type DeceasedIdentified,
  type Dossier,
  type LinkedAgencyId,
  type PersonalIdAllocated,
  type ProcedureGroup,
  type Reason,
  type RegistrySubject,
  type Remark,
  type ReportOutcome,
} from '@lienthong/contracts';
import { type DecisionContext, type Needs } from '@lienthong/engine';
import { type AgencyRecord, type OpenItem, type WorkItem } from './work-item';

/** What the registry tells beside its reports. */
export type Announcement =
  Pick<PersonalIdAllocated, 'type' | 'data'> | Pick<DeceasedIdentified, 'type' | 'data'>;

/** What an approval produced. */
export interface Issued<Rec extends AgencyRecord> {
  readonly record: Rec;
  readonly result: AgencyResult;
  /** Sent before the report. */
  readonly announcements?: readonly Announcement[];
  /** Keys that the record stands for and only now are known; given up when it is revoked. */
  readonly keys?: readonly string[];
}

/** A work item with its record, as far as a correction depends on it. */
export type IssuedItem<Rec extends AgencyRecord> = Pick<
  WorkItem<unknown, Rec>,
  'office' | 'group' | 'receivedAt'
> & { readonly record: Rec };

/** A correction (cải chính) as an agency is told of it. */
export interface OrderedCorrection {
  /** Counts from 1. */
  readonly correction: number;
  readonly data: CorrectionData;
  /** Where the registry established another one. */
  readonly personalId?: string;
}

/** What a correction made of a record. */
export interface Corrected<Rec extends AgencyRecord> {
  /** The very record there was where nothing of it is among the corrected fields. */
  readonly record: Rec;
  /** Why the correction cannot be made: the record stays as it is. */
  readonly objection?: Reason;
  /** Sent before the report. */
  readonly announcements?: readonly Announcement[];
  /** Keys of the needs that the record stands for from now on, and those that it stands for no more. */
  readonly keys?: readonly string[];
  readonly releases?: readonly string[];
}

/** How an agency notices what its officer should look at (lưu ý). */
export interface Notices<Facts> {
  /**
   * Keys by which work is recognised that may be about the same. Whoever comes first holds them, from the moment the work is
   * in until it ends without a record, or the record is revoked.
   */
  traces(facts: Facts): readonly string[];
  lookups(facts: Facts): readonly string[];
  /** `context` knows the owners of both. */
  remarks(facts: Facts, context: DecisionContext): readonly Remark[];
}

/** What makes one agency differ from another; the rest of its life is {@link createAgencyDecider}'s. */
export interface AgencySpec<Facts, Rec extends AgencyRecord> {
  readonly agency: LinkedAgencyId;
  /** Begins the agency's own dossier numbers; the office follows it. Digits and capitals. */
  readonly numberPrefix: string;
  readonly reports: Readonly<Record<ProcedureGroup, Readonly<Record<ReportOutcome, AgencyReportType>>>>;
  /** Reasons of decisions that nobody gave a reason for. */
  readonly reasons: { readonly supplement: Reason; readonly refusal: Reason };
  /** What the record will need of the dossier. */
  facts(dossier: Dossier): Facts;
  /** Keys and numbers that an approval at `now` takes. */
  needs?(item: OpenItem<Facts, Rec>, now: number): Needs;
  /** Why this must be refused although the officer would approve. Keys taken for it are given back. */
  objection?(item: OpenItem<Facts, Rec>, context: DecisionContext): Reason | undefined;
  readonly notices?: Notices<Facts>;
  /** Draws up the record. `item` has the times of the step that ends now. */
  issue(item: OpenItem<Facts, Rec>, context: DecisionContext): Issued<Rec>;
  /** Keys and numbers that a correction takes. */
  needsOfCorrection?(item: IssuedItem<Rec>, correction: OrderedCorrection): Needs;
  /** The record in line with corrected fields; fields that are none of its business are left alone. */
  correct(item: IssuedItem<Rec>, correction: OrderedCorrection, context: DecisionContext): Corrected<Rec>;
  /** What a record stands for, told again when it was corrected. */
  result(record: Rec): AgencyResult;
  /** Keys that a revoked record gives up. */
  claims?(record: Rec, group: ProcedureGroup): readonly string[];
  /** Keys that a record should hold beside its claims: a corrected one takes those that are new. */
  keysOf?(record: Rec, office: string): readonly string[];
  /** Whom a report is about, for subscribers that know no dossier. */
  subject?(record: Rec, correction?: CorrectionData): RegistrySubject;
}

/** The running number of an agency's office: also the agency part of its own dossier numbers. */
export function officeSeries(spec: Pick<AgencySpec<never, never>, 'numberPrefix'>, office: string): string {
  return `${spec.numberPrefix}.${office}`;
}
