import { vietnamCalendar } from '@lienthong/calendar';
import { type CaseView, type ProcessingTime, type Segment } from '@lienthong/contracts';
import { ProcessingTimeSummary } from './processing-time-summary';

const HOUR = 3_600_000;
/** Monday 16/11/2026, 08:00 in Vietnam. */
const MONDAY = Date.UTC(2026, 10, 16, 1);

function view(finishedAt: number | undefined): CaseView {
  return { procedureGroup: 'birth', policy: 'nd63', finishedAt } as CaseView;
}

function time(
  workingHours: number,
  onTime: boolean,
  waits: readonly [number, number][] = [],
): ProcessingTime {
  const segments = waits.map(
    ([from, to]) => ({ kind: 'applicant', from: MONDAY + from * HOUR, to: MONDAY + to * HOUR }) as Segment,
  );
  return {
    total: { calendarMs: 0, workingMs: workingHours * HOUR, limitWorkingDays: 3, pausedMs: 0, onTime },
    segments,
  };
}

describe('ProcessingTimeSummary', () => {
  it('gives percentiles in working days and the share of late cases', () => {
    const summary = new ProcessingTimeSummary(vietnamCalendar);
    for (const hours of [8, 16, 24, 80]) summary.add(view(1), time(hours, hours < 30));
    expect(summary.rows()).toEqual([
      {
        procedureGroup: 'birth',
        policy: 'nd63',
        limitWorkingDays: 3,
        cases: 4,
        p50: 2,
        p90: 10,
        p99: 10,
        lateShare: 0.25,
      },
    ]);
  });

  it('leaves out office hours in which the applicant had the case, overlapping waits once', () => {
    const summary = new ProcessingTimeSummary(vietnamCalendar);
    summary.add(
      view(1),
      time(16, true, [
        [0, 2],
        [1, 3],
        [1, 3],
      ]),
    );
    expect(summary.rows()[0]?.p50).toBe((16 - 3) / 8);
  });

  it('counts open cases apart', () => {
    const summary = new ProcessingTimeSummary(vietnamCalendar);
    summary.add(view(undefined), time(1, true));
    expect([summary.rows(), summary.openCases]).toEqual([[], 1]);
  });
});
