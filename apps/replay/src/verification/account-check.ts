import { vietnamCalendar } from '@lienthong/calendar';
import { type CaseView, type HistoryEntry, type ProcessingTime, type Segment } from '@lienthong/contracts';
import { netTime } from '@lienthong/procedures';
import { type FaultLog } from './fault';
import { pausedMsOf } from './pauses';

/** What reports tell of the work behind them: instants between two entries of the history. */
const REPORTED = ['receivedAt', 'startedAt', 'decidedAt'] as const;

/**
 * G6: every millisecond of a finished case has one holder. The segments of each procedure touch, begin and end where the
 * case says that its part did, and together they leave no hole from filing to end; the sums are those of the segments.
 * @param history where it can be read: then every seam of the segments, and every pause, must be in it
 */
export function checkAccount(
  view: CaseView,
  time: ProcessingTime,
  history: readonly HistoryEntry[] | undefined,
  faults: FaultLog,
): void {
  const wrong = (message: string): void => faults.add('account', message, view.dossierNumber);
  const { submittedAt, finishedAt, dossierNumber } = view;
  if (finishedAt === undefined) return;
  const { total, segments } = time;
  let at = 0;
  for (const { procedure, startedAt, finishedAt: endedAt } of view.procedures) {
    let until = startedAt;
    for (; segments[at]?.procedure === procedure; at++) {
      const { from, to, calendarMs } = segments[at] as Segment;
      if (from !== until)
        wrong(`${procedure}: a segment begins ${from - (until ?? from)} ms off the one before`);
      if (to <= from || calendarMs !== to - from)
        wrong(`${procedure}: a segment does not count its own time`);
      if (history && to !== endedAt && !tellsOf(history, to))
        wrong(`${procedure}: a segment ends at an instant that the history does not know`);
      until = to;
    }
    if (until !== endedAt) wrong(`${procedure}: the segments do not end with the work`);
  }
  if (at !== segments.length) wrong('has segments of a procedure that it does not have');
  if (coveredFrom(submittedAt, segments) !== finishedAt) wrong('has time that no segment accounts for');
  if (total.calendarMs !== finishedAt - submittedAt)
    wrong('has another calendar time than from filing to end');
  const waits = segments.filter(({ kind }) => kind === 'applicant');
  const office = netTime({ from: submittedAt, to: finishedAt }, waits, vietnamCalendar);
  if (total.workingMs !== office.workingMs) wrong('has another working time than the calendar says');
  if (total.netWorkingMs !== office.netWorkingMs || total.applicantWorkingMs !== office.applicantWorkingMs)
    wrong('has office hours that its segments give to another');
  const paused = pausedMsOf(segments, history);
  if (paused === undefined || total.pausedMs !== paused)
    faults.add('account', 'was paused for another time than the applicant owed a supplement', dossierNumber);
}

/** How far the segments reach without a hole. */
function coveredFrom(start: number, segments: readonly Segment[]): number {
  let until = start;
  for (let grown = true; grown;) {
    grown = false;
    for (const { from, to } of segments) {
      if (from > until || to <= until) continue;
      until = to;
      grown = true;
    }
  }
  return until;
}

function tellsOf(history: readonly HistoryEntry[], instant: number): boolean {
  for (const { at, data } of history) {
    if (at === instant) return true;
    if (data && REPORTED.some((name) => data[name] === instant)) return true;
  }
  return false;
}
