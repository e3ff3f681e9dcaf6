import { type WorkingCalendar } from '@lienthong/calendar';
import { type LinkedAgencyId, type ProcedureView, type Segment } from '@lienthong/contracts';
import { limitsFor, netTime } from '@lienthong/procedures';
import { type Outcome } from '../outcome';
import { type ByKind, placeOf } from './segment-kinds';
import { type Measured } from './time-tally';

/** One agency's part of a case: from the filing (registry) or its command (others) to the record of its result. */
export interface AgencyWork extends Measured {
  readonly agency: LinkedAgencyId;
  readonly procedures: readonly ProcedureView[];
  readonly finished: boolean;
  /** By who held it (ms). */
  readonly calendar: Readonly<ByKind>;
  /** Office hours by who held it (ms). */
  readonly working: Readonly<ByKind>;
}

/** The parts of a case that have begun. Segments of an agency's further procedures repeat those of the first. */
export function agencyWorks({ view, time, dossier }: Outcome, calendar: WorkingCalendar): AgencyWork[] {
  const limits = limitsFor(view.policy, dossier);
  const verified = time.total.limitWorkingDays !== limits.total.workingDays;
  const works: AgencyWork[] = [];
  for (const first of view.procedures) {
    const { agency, procedure, finishedAt, onTime } = first;
    if (first.startedAt === undefined || works.some((work) => work.agency === agency)) continue;
    const limit = limits.of(agency);
    const own = time.segments.filter((segment) => segment.procedure === procedure);
    const [total, working] = timeHeld(own, calendar);
    const span = { from: first.startedAt, to: own.at(-1)?.to ?? first.startedAt };
    const waits = own.filter(({ kind }) => kind === 'applicant');
    works.push({
      agency,
      procedures: view.procedures.filter((each) => each.agency === agency),
      finished: finishedAt !== undefined,
      limitWorkingDays: verified ? limit.verifiedWorkingDays : limit.workingDays,
      onTime,
      calendar: total,
      working,
      workingMs: netTime(span, waits, calendar).netWorkingMs,
      calendarMs: span.to - span.from,
    });
  }
  return works;
}

/** All time and office hours by who held it (ms). */
function timeHeld(
  segments: readonly Segment[],
  calendar: WorkingCalendar,
): readonly [total: ByKind, working: ByKind] {
  const total: ByKind = [0, 0, 0, 0];
  const working: ByKind = [0, 0, 0, 0];
  for (const { kind, from, to } of segments) {
    const place = placeOf(kind);
    total[place] += to - from;
    working[place] += calendar.workingMs(from, to);
  }
  return [total, working];
}
