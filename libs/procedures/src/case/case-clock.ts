import { isoDay, startOfDay, type WorkingCalendar } from '@lienthong/calendar';
import { type CaseTotal, type LinkedAgencyId } from '@lienthong/contracts';
import { POLICIES, limitsFor } from '../policies';
import { applicantSpans, type Span } from '../view/applicant-waits';
import { casePauses } from '../view/spans';
import { totalOf } from '../view/processing-time';
import { type CaseDraft } from './case-draft';
import { type AgencyProgress } from './case-state';

/**
 * The working-time clocks of a case: one an agency, and the appointment (hẹn trả kết quả). All stand still while the
 * applicant owes a supplement, unless the policy starts them anew after it.
 */
export class CaseClock {
  constructor(private readonly calendar: WorkingCalendar) {}

  /** The registry's limit counts from the filing, that of the others from the certificate. */
  start(
    draft: CaseDraft,
    agency: LinkedAgencyId,
    countedFrom: number,
  ): AgencyProgress & { readonly dueAt: number } {
    const { office, procedures, attempt } = draft.progress(agency);
    const { workingDays } = limitsFor(draft.state.policy, draft.state.dossier).of(agency);
    return {
      agency,
      office,
      procedures,
      attempt,
      awaited: 'work',
      limitWorkingDays: workingDays,
      countedFrom,
      requestedAt: draft.now,
      dueAt: this.calendar.limit(countedFrom, workingDays).dueAt,
    };
  }

  /** The end of the window in which the applicant may answer (hạn bổ sung hồ sơ). */
  windowEnd(draft: CaseDraft): number {
    return this.calendar.limit(draft.now, POLICIES[draft.state.policy].supplement.windowWorkingDays).dueAt;
  }

  /** An agency's due time after the applicant answered at `now`. */
  resumed(draft: CaseDraft, progress: AgencyProgress): number {
    const { askedAt = draft.now, dueAt = draft.now, limitWorkingDays = 0 } = progress;
    return POLICIES[draft.state.policy].supplement.clock === 'paused'
      ? this.calendar.resume(dueAt, askedAt, draft.now).dueAt
      : this.calendar.limit(draft.now, limitWorkingDays).dueAt;
  }

  /** Stops or restarts the appointment's clock when the case begins or ceases to wait for the applicant. */
  followPause(draft: CaseDraft, waits: boolean): void {
    const { state, now } = draft;
    if (waits) {
      state.pausedSince ??= now;
      return;
    }
    if (state.pausedSince === undefined) return;
    const due =
      POLICIES[state.policy].supplement.clock === 'paused'
        ? this.calendar.resume(state.appointment.dueAt, state.pausedSince, now)
        : this.calendar.limit(now, state.limitWorkingDays);
    state.appointment = {
      ...state.appointment,
      dueAt: due.dueAt,
      ...(due.provisional ? { provisional: true } : {}),
    };
    state.pausedMs += now - state.pausedSince;
    delete state.pausedSince;
  }

  /** On-site verification (xác minh) lengthens the agency's limit and the case's, from where they were counted. */
  extend(draft: CaseDraft, agency: LinkedAgencyId): void {
    const { state } = draft;
    const limits = limitsFor(state.policy, state.dossier);
    const progress = draft.progress(agency);
    const limitWorkingDays = limits.of(agency).verifiedWorkingDays;
    const dueAt = this.replay(
      progress.countedFrom ?? draft.now,
      limitWorkingDays,
      applicantSpans(state.history, agency, draft.now),
      draft,
    );
    draft.update({ ...progress, limitWorkingDays, dueAt });
    state.limitWorkingDays = limits.total.verifiedWorkingDays;
    const pauses = casePauses(state, draft.now).filter(({ from }) => from !== state.pausedSince);
    state.appointment = {
      ...state.appointment,
      dueAt: this.replay(state.submittedAt, state.limitWorkingDays, pauses, draft),
    };
  }

  /** The new date of an apology: a share of the missed limit later, in working days. */
  promise(draft: CaseDraft, progress: AgencyProgress): number {
    const { shareOfLimit, leastWorkingDays } = POLICIES[draft.state.policy].apology;
    const days = Math.max(leastWorkingDays, Math.ceil((progress.limitWorkingDays ?? 0) * shareOfLimit));
    return this.calendar.limit(startOfDay(isoDay(progress.dueAt ?? draft.now)), days).dueAt;
  }

  /** The case's processing time (thời gian giải quyết) at its end. */
  total(draft: CaseDraft): CaseTotal {
    return totalOf(draft.state, draft.now, this.calendar);
  }

  /** A limit counted afresh, through pauses that have ended. */
  private replay(from: number, workingDays: number, pauses: readonly Span[], draft: CaseDraft): number {
    const { clock } = POLICIES[draft.state.policy].supplement;
    return pauses.reduce(
      (dueAt, pause) =>
        clock === 'paused'
          ? this.calendar.resume(dueAt, pause.from, pause.to).dueAt
          : this.calendar.limit(pause.to, workingDays).dueAt,
      this.calendar.limit(from, workingDays).dueAt,
    );
  }
}
