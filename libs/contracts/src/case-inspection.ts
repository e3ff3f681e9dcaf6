import { type LinkedAgencyId } from './agencies';
import { type CaseView, type ProcessingTime, type TimelineEntry } from './case-view';
import { type Dossier } from './dossier';
import { type Procedure } from './procedures';

/** Everything that the sagas' service knows of a case, for operators. Times are epoch ms; nothing is masked. */
export interface CaseInspection {
  readonly case: CaseView;
  /** The appointment's clock stands still: the applicant owes a supplement. */
  readonly paused: boolean;
  readonly timeline: readonly TimelineEntry[];
  readonly processingTime: ProcessingTime;
  readonly saga: InspectedSaga;
  readonly timers: readonly InspectedTimer[];
  /** Whose move it is; undefined when the case rests. `nobody` must never happen. */
  readonly owner?: { readonly kind: 'agency' | 'applicant' | 'nobody'; readonly agency?: LinkedAgencyId };
  /** The whole case's first, then one an agency. */
  readonly clocks: readonly InspectedClock[];
  readonly messages: readonly InspectedMessage[];
  readonly dossier: Dossier;
  /** Whether the case can be stopped now. */
  readonly stoppable: boolean;
}

export interface InspectedSaga {
  /** e.g. `birth@1`. */
  readonly machine: string;
  readonly version: number;
  readonly value: unknown;
  readonly active: readonly string[];
  /** In the order in which the states were entered; `by` is the event that led there. */
  readonly path: readonly { readonly state: string; readonly at: number; readonly by: string }[];
}

export interface InspectedTimer {
  readonly name: string;
  readonly agency: LinkedAgencyId;
  readonly dueAt: number;
  readonly kind: 'deadline' | 'supplement-window';
}

export interface InspectedClock {
  /** Undefined: the whole case. */
  readonly agency?: LinkedAgencyId;
  readonly procedures: readonly Procedure[];
  readonly limitWorkingDays?: number;
  readonly dueAt?: number;
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

export interface InspectedMessage {
  /** The CloudEvents id of what the case sent; of what it took, `entry/<n>`: the timeline's entry that it led to. */
  readonly id: string;
  readonly type: string;
  readonly direction: 'in' | 'out';
  readonly at: number;
  readonly agency?: LinkedAgencyId;
}
