import { type CaseStatus, type LinkedAgencyId, type ReportOutcome } from '@lienthong/contracts';

/** What can happen around one agency: its reports, the applicant's answer, and time passing. */
export type AgencySignal = ReportOutcome | 'supplement-provided' | 'window-expired' | 'deadline-passed';

/** What concerns the whole case. */
export const CASE_SIGNALS = ['withdraw', 'stop', 'correct', 'cancel'] as const;
export type CaseSignal = (typeof CASE_SIGNALS)[number];

export type AgencyEventName<Agency extends LinkedAgencyId = LinkedAgencyId> = `${Agency}.${AgencySignal}`;
export type SagaEventName = AgencyEventName | CaseSignal;

type EventNamed<Name> = Name extends string ? { readonly type: Name } : never;
export type SagaEvent = EventNamed<SagaEventName>;

/** What a saga wants done: the decider turns it into commands and history. */
export type SagaAction =
  | {
      readonly type:
        | 'request'
        | 'resume'
        | 'await-supplement'
        | 'extend-limit'
        | 'apologise'
        | 'order-stop'
        | 'order-correction'
        | 'order-revocation';
      readonly agency: LinkedAgencyId;
    }
  | { readonly type: 'settle'; readonly status: SettledStatus }
  | { readonly type: 'close' };

/** How a case rests when nothing is owed any more. */
export type SettledStatus = Extract<
  CaseStatus,
  'completed' | 'partially-completed' | 'refused' | 'withdrawn' | 'stopped'
>;
