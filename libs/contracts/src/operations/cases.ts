import { type LinkedAgencyId } from '../agencies';
import {
  type CaseAction,
  type CaseStatus,
  type CaseView,
  type ProcedureStatus,
  type ProcessingTime,
  type Segment,
} from '../case-view';
import { type CaseEventName } from '../case-events';
import { type Dossier } from '../dossier';
import { type PolicyId, type Procedure, type ProcedureGroup } from '../procedures';
import { type IncidentView } from './incidents';
import { type Instant } from './instant';

/** Orders of the case list; `-` is descending. Ties go by dossier number. */
export const CASE_SORTS = [
  'submittedAt',
  '-submittedAt',
  'appointment',
  '-appointment',
  'updatedAt',
  '-updatedAt',
] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/**
 * What `GET /v1/operations/cases` and batches select by. As a query string lists are comma-separated. All conditions must
 * hold.
 */
export interface CaseSelection {
  /** A dossier number, or how it begins. */
  readonly number?: string;
  readonly status?: readonly CaseStatus[];
  readonly procedureGroup?: ProcedureGroup;
  /** Cases that this agency holds now, or, of closed cases, that it had a part in. */
  readonly agency?: LinkedAgencyId;
  /** Two-digit code. */
  readonly province?: string;
  /** Five-digit code of the registry's commune. */
  readonly commune?: string;
  readonly policy?: PolicyId;
  /** Open and past its appointment, or ended after it. */
  readonly overdue?: boolean;
  /** Open, with an agency at work past its own due time, whether or not the case is overdue itself. */
  readonly stepOverdue?: boolean;
  /** Open, with an agency at work past the new date of its apology. */
  readonly promiseBroken?: boolean;
  /** Open, not overdue, and due within so many working days (0: today). */
  readonly dueWithin?: number;
  /** With an open incident in any service. */
  readonly incident?: boolean;
  /** Open, and nothing and nobody would move it on: those that `withoutOwner` of the overview counts. */
  readonly withoutOwner?: boolean;
  /** Filed at or after, and before. */
  readonly from?: Instant;
  readonly to?: Instant;
}

/** One line of the case list, from the read model: no personal data. */
export interface CaseRow {
  readonly dossierNumber: string;
  readonly procedureGroup: ProcedureGroup;
  readonly status: CaseStatus;
  readonly policy: PolicyId;
  readonly province?: string;
  readonly commune: string;
  readonly submittedAt: Instant;
  readonly appointment: Instant;
  readonly finishedAt?: Instant;
  readonly updatedAt: Instant;
  readonly overdue: boolean;
  /** Office hours left of the limit, never more than it, negative when the due time has passed, in ms. Of open cases. */
  readonly workingMsLeft?: number;
  /** The total limit, in working days. */
  readonly limitWorkingDays: number;
  /** Office hours so far (ms) that count against the limit, and those in which the applicant owed a supplement. */
  readonly netWorkingMs: number;
  readonly applicantWorkingMs: number;
  /** The appointment's clock stands still: the applicant owes a supplement. */
  readonly paused: boolean;
  readonly agencies: readonly {
    readonly agency: LinkedAgencyId;
    readonly office: string;
    readonly status: ProcedureStatus;
    readonly dueAt?: Instant;
    readonly overdue: boolean;
    /** The new date of its apology, and whether that was broken too. */
    readonly promised?: Instant;
    readonly promiseBroken?: true;
  }[];
  readonly incident: boolean;
}

/** `GET /v1/operations/cases?…&sort=&limit=&cursor=`. `counts` are of everything that the other conditions select. */
export interface CaseListView {
  readonly items: readonly CaseRow[];
  readonly nextCursor?: string;
  readonly total: number;
  /** Without the condition on `status` itself, so that a tab shows what it would bring. */
  readonly byStatus: Readonly<Record<CaseStatus, number>>;
  readonly asOf: Instant;
}

/** `GET /v1/operations/cases/{dossierNumber}`: everything known of one case; of personal data only masked values. */
export interface CaseDetail {
  /** As `GET /v1/dossiers/{dossierNumber}` shows it. */
  readonly case: WithInstants<CaseView>;
  readonly paused: boolean;
  readonly timeline: readonly {
    readonly index: number;
    readonly at: Instant;
    readonly type: CaseEventName;
    readonly agency?: LinkedAgencyId;
    readonly summary: string;
    readonly data?: Readonly<Record<string, unknown>>;
  }[];
  readonly processingTime: {
    readonly total: ProcessingTime['total'];
    readonly segments: readonly (Omit<Segment, 'from' | 'to'> & {
      readonly from: Instant;
      readonly to: Instant;
    })[];
  };
  readonly saga: SagaView;
  readonly timers: readonly TimerView[];
  /** Who moves the case on next; absent when it rests. */
  readonly owner?: {
    readonly kind: 'agency' | 'applicant' | 'incident' | 'nobody';
    readonly agency?: LinkedAgencyId;
  };
  readonly clocks: readonly ClockOfProcedure[];
  /** The dossier with names, personal ids, phones, e-mails, accounts and addresses masked (`N•••• V•• A•`). */
  readonly dossier: Dossier;
  readonly messages: readonly MessageView[];
  readonly incidents: readonly IncidentView[];
  readonly actions: readonly OperatorAction[];
}

/** What an operator can do to a case. `correct` and `cancel` are for after issue. */
export const OPERATOR_ACTIONS = ['stop', 'withdraw', 'correct', 'cancel'] as const satisfies readonly (
  CaseAction | 'stop'
)[];
export type OperatorAction = (typeof OPERATOR_ACTIONS)[number];

/** The state of a case's statechart: `value` as XState writes it, and the ids of the states and transitions it took. */
export interface SagaView {
  readonly machine: string;
  readonly version: number;
  readonly value: unknown;
  /** Ids of `GET /v1/operations/machines/{id}` that are active now. */
  readonly active: readonly string[];
  /** In the order in which they were entered. */
  readonly path: readonly { readonly state: string; readonly at: Instant; readonly by: string }[];
}

export interface TimerView {
  readonly name: string;
  readonly agency?: LinkedAgencyId;
  readonly dueAt: Instant;
  readonly kind: 'deadline' | 'supplement-window';
}

/** One of the clocks that run against the law: the total and one an agency. */
export interface ClockOfProcedure {
  /** Absent: the whole case. */
  readonly agency?: LinkedAgencyId;
  readonly procedures: readonly Procedure[];
  readonly limitWorkingDays?: number;
  readonly dueAt?: Instant;
  /**
   * Office hours that count against the limit, in ms; those that were the applicant's; and those that are left, never more
   * than the limit, negative when late.
   */
  readonly workingMsUsed: number;
  readonly applicantWorkingMs?: number;
  readonly workingMsLeft?: number;
  /** The due time has passed: true from the instant after it, also while offices are closed. */
  readonly overdue?: boolean;
  readonly state: 'not-started' | 'running' | 'paused' | 'ended';
  readonly onTime?: boolean;
}

/** A message that the case sent or took, newest last. `data` of no message is shown: it may hold personal data. */
export interface MessageView {
  readonly id: string;
  readonly type: string;
  readonly direction: 'in' | 'out';
  readonly at: Instant;
  readonly agency?: LinkedAgencyId;
}

/** `GET /v1/operations/overview`. */
export interface OverviewView {
  readonly asOf: Instant;
  readonly byStatus: Readonly<Record<CaseStatus, number>>;
  readonly open: number;
  readonly overdue: number;
  /** Open cases that are not overdue themselves, with an agency past its own due time. */
  readonly stepOverdue: number;
  /** Open cases with an agency past the new date of its apology. */
  readonly promiseBroken: number;
  readonly dueToday: number;
  readonly dueTomorrow: number;
  readonly awaitingSupplement: number;
  readonly incidents: number;
  readonly withoutOwner: number;
  /** Of cases that ended in the last 30 days of the simulation's clock. */
  readonly onTimeShare?: number;
  readonly ended30Days: number;
  /** Filed and ended a day of the simulation's clock, the last 30 days, oldest first. */
  readonly days: readonly { readonly day: string; readonly filed: number; readonly ended: number }[];
  /** Events taken in a real minute, the last 30 minutes, oldest first. */
  readonly flow: readonly { readonly at: Instant; readonly filed: number; readonly ended: number }[];
  readonly byAgency: readonly {
    readonly agency: LinkedAgencyId;
    readonly open: number;
    readonly overdue: number;
    readonly awaitingSupplement: number;
  }[];
  /** From the event's publication to its being visible here, real ms. */
  readonly freshness: { readonly p50Ms?: number; readonly p99Ms?: number };
}

/** A view whose epoch times are written as {@link Instant}. */
export type WithInstants<T> = T extends readonly (infer Item)[]
  ? readonly WithInstants<Item>[]
  : T extends object
    ? {
        readonly [Name in keyof T]: Name extends InstantName
          ? NonNullable<T[Name]> extends number
            ? Instant | Extract<T[Name], undefined>
            : WithInstants<T[Name]>
          : WithInstants<T[Name]>;
      }
    : T;

type InstantName =
  | 'submittedAt'
  | 'acceptedAt'
  | 'appointment'
  | 'promisedAt'
  | 'promised'
  | 'finishedAt'
  | 'startedAt'
  | 'dueAt'
  | 'until'
  | 'at';
