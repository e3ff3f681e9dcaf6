import {
  type CaseTotal,
  type Certificate,
  type CorrectionData,
  type Dossier,
  type HistoryEntry,
  type LinkedAgencyId,
  type PolicyId,
  type Procedure,
  type Reason,
  type WorkProgress,
} from '@lienthong/contracts';
import { type SagaSnapshot } from '../saga/saga-table';

/** Everything the saga knows of a dossier: plain data, epoch ms, absent fields left out. */
export interface CaseState {
  readonly dossierNumber: string;
  /** As filed, supplemented and corrected. */
  readonly dossier: Dossier;
  /** Two-digit code of the province of the registry's commune, where it is known. */
  readonly province?: string;
  readonly policy: PolicyId;
  readonly machineVersion: number;
  readonly snapshot: SagaSnapshot;
  readonly submittedAt: number;
  readonly acceptedAt: number;
  readonly simulatedApplicant?: true;
  /** Who handed it in, where callers are known. */
  readonly submittedBy?: string;
  /** The total limit, in working days. */
  readonly limitWorkingDays: number;
  readonly appointment: Appointment;
  /** Since when some agency waits for the applicant: the case's clock stands still. */
  readonly pausedSince?: number;
  /** How long it stood still before. */
  readonly pausedMs: number;
  /** In the order of the procedures, the registry first. */
  readonly agencies: readonly AgencyProgress[];
  readonly certificate?: Certificate;
  readonly personalId?: string;
  /** Why the case was stopped, as the agencies are told. */
  readonly reason?: Reason;
  /** The latest correction after issue. */
  readonly correction?: Correction;
  readonly history: readonly HistoryEntry[];
  readonly finishedAt?: number;
  readonly total?: CaseTotal;
}

/** Ngày hẹn trả kết quả. */
export interface Appointment {
  /** As printed on the receipt. */
  readonly original: number;
  /** After pauses and verification: what punctuality is measured against. */
  readonly dueAt: number;
  /** Set by an apology: a new date, which makes nothing punctual. */
  readonly promised?: number;
  /** It lies in a year whose holidays are not decreed yet. */
  readonly provisional?: true;
}

/** How far one agency is with its part of a case. */
export interface AgencyProgress {
  readonly agency: LinkedAgencyId;
  readonly office: string;
  readonly procedures: readonly Procedure[];
  /** 1 for the first command, one more with every supplement. */
  readonly attempt: number;
  readonly awaited: Awaited;
  /** What the agency last told of where the open work of an attempt stands. */
  readonly desk?: Pick<WorkProgress, 'attempt' | 'receivedAt' | 'startedAt'>;
  /** Once the work is requested: its limit, and the instant that is counted from. */
  readonly limitWorkingDays?: number;
  readonly countedFrom?: number;
  readonly requestedAt?: number;
  readonly dueAt?: number;
  /** When the work ended: the result, or the stop, was recorded. */
  readonly finishedAt?: number;
  /** The latest supplement request: since when, and until when an answer is accepted. */
  readonly askedAt?: number;
  readonly windowEndsAt?: number;
  readonly apology?: { readonly at: number; readonly promised: number };
}

/** What a part of a case waits for: the agency's answer to a command, or the applicant's supplement. */
export type Awaited = 'nothing' | 'work' | 'supplement' | 'stop' | 'correction' | 'revocation';

export interface Correction {
  /** Counts from 1. */
  readonly number: number;
  readonly data: CorrectionData;
  readonly note?: string;
  /** The registry turned it down: nobody has anything to correct. */
  readonly rejected?: true;
  /** The person's number where the registry established another one. */
  readonly personalId?: string;
}

export function progressOf(state: CaseState, agency: LinkedAgencyId): AgencyProgress | undefined {
  return state.agencies.find((progress) => progress.agency === agency);
}
