import { type CaseView, type ProcessingTime } from '@lienthong/contracts';
import { ProcessingTimeSummary } from './processing-time-summary';
import { renderProcessingTimes } from './print-processing-times';

const HOUR = 3_600_000;

function view(finishedAt: number | undefined, policy = 'nd63'): CaseView {
  return { procedureGroup: 'birth', policy, finishedAt } as CaseView;
}

function time(netHours: number, onTime: boolean, applicantHours = 0, limitWorkingDays = 3): ProcessingTime {
  return {
    total: {
      calendarMs: 0,
      workingMs: (netHours + applicantHours) * HOUR,
      netWorkingMs: netHours * HOUR,
      applicantWorkingMs: applicantHours * HOUR,
      limitWorkingDays,
      pausedMs: applicantHours * HOUR,
      onTime,
    },
    segments: [],
  };
}

describe('ProcessingTimeSummary', () => {
  it('gives percentiles in working days and the share of late cases', () => {
    const summary = new ProcessingTimeSummary();
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

  it('leaves the applicant out of the times, and tells of it beside them', () => {
    const summary = new ProcessingTimeSummary();
    summary.add(view(1), time(8, true));
    summary.add(view(1), time(16, true, 24));
    expect(summary.rows()[0]).toMatchObject({ p50: 1, p90: 2, applicant: { cases: 1, p90: 3 } });
  });

  it('counts open cases apart', () => {
    const summary = new ProcessingTimeSummary();
    summary.add(view(undefined), time(1, true));
    expect([summary.rows(), summary.openCases]).toEqual([[], 1]);
  });

  it('names what has each limit, so that no two rows of the table look alike', () => {
    const summary = new ProcessingTimeSummary();
    summary.add(view(1), time(8, true));
    summary.add(view(1), time(8, true, 0, 5));
    summary.add(view(1, 'pilot-2023'), time(8, true, 0, 5));
    const table = renderProcessingTimes(summary.rows());
    for (const which of ['ordinary', 'residence verified on site', 'pilot-2023'])
      expect(table).toContain(which);
  });
});
