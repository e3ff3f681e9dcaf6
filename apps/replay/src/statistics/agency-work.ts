import { type WorkingCalendar } from '@lienthong/calendar';
import { type LinkedAgencyId, type Procedure, type ProcedureView, type Segment } from '@lienthong/contracts';
import { limitsFor } from '@lienthong/procedures';
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
    const [total, working] = timeHeld(time.segments, procedure, calendar);
    works.push({
      agency,
      procedures: view.procedures.filter((each) => each.agency === agency),
      finished: finishedAt !== undefined,
      limitWorkingDays: verified ? limit.verifiedWorkingDays : limit.workingDays,
      onTime,
      calendar: total,
      working,
      workingMs: working[0] + working[1] + working[2],
      calendarMs: total[0] + total[1] + total[2] + total[3],
    });
  }
  return works;
}

/** All time and office hours by who held it (ms). */
function timeHeld(
  segments: readonly Segment[],
  procedure: Procedure,
  calendar: WorkingCalendar,
): readonly [total: ByKind, working: ByKind] {
  const total: ByKind = [0, 0, 0, 0];
  const working: ByKind = [0, 0, 0, 0];
  for (const { procedure: of, kind, from, to } of segments) {
    if (of !== procedure) continue;
    const place = placeOf(kind);
    total[place] += to - from;
    working[place] += calendar.workingMs(from, to);
  }
  return [total, working];
}
