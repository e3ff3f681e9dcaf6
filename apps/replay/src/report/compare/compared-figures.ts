import {
  CASE_STATUS_NAMES,
  PROCEDURE_GROUP_NAMES,
  AGENCY_NAMES,
  CASE_STATUSES,
  type LinkedAgencyId,
  LINKED_AGENCIES,
} from '@lienthong/contracts';
import { type Bilingual } from '../names';
import { type ReplayReport } from '../replay-report';
import { type AgencyTimes, type GroupTimes, type TimeSummary } from '../../statistics';
import { type ComparedFigure, type Unit } from './comparison';

type Of = (report: ReplayReport) => number | null | undefined;

/** The figures that two runs are compared by; those that neither has are left out. */
export function comparedFigures(a: ReplayReport, b: ReplayReport): readonly ComparedFigure[] {
  const figures: ComparedFigure[] = [];
  const heading =
    (name: Bilingual): Add =>
    (vi, en, unit, of, better) => {
      const values = { a: of(a) ?? null, b: of(b) ?? null };
      if (values.a === null && values.b === null) return;
      figures.push({ heading: name, name: { vi, en }, unit, ...values, ...(better ? { better } : {}) });
    };
  // More dossiers take more of everything: only of as many is less better.
  const less = a.dossiers === b.dossiers ? 'less' : undefined;
  run(heading({ vi: 'Lần chạy', en: 'Run' }), less);
  ends(heading({ vi: 'Kết quả', en: 'Ends' }), [a, b]);
  punctuality(heading({ vi: 'Đúng hạn', en: 'On time' }), less);
  for (const key of groupKeys([a, b])) {
    const [group, policy, limit] = key;
    const { vi, en } = PROCEDURE_GROUP_NAMES[group];
    times(
      heading({ vi: `${vi}, ${policy}, thời hạn ${limit}`, en: `${en}, ${policy}, limit ${limit}` }),
      ({ processingTime }) => processingTime.find((row) => sameGroup(row, key)),
    );
  }
  for (const agency of LINKED_AGENCIES) {
    times(heading(AGENCY_NAMES[agency]), ({ statistics }) => ofAgency(statistics.agencies, agency));
  }
  return figures;
}

type Add = (vi: string, en: string, unit: Unit, of: Of, better?: 'less' | 'more') => void;

function run(add: Add, less: 'less' | undefined): void {
  add('Lỗi', 'Faults', 'count', ({ faultCount }) => faultCount, 'less');
  add('Hồ sơ', 'Dossiers', 'count', ({ dossiers }) => dossiers);
  add('Thời gian chạy', 'Real time', 'ms', ({ wallMs }) => wallMs, less);
  add('Hồ sơ mỗi giây', 'Cases a second', 'rate', ({ casesPerSecond }) => casesPerSecond, 'more');
  add('Bộ nhớ cao nhất', 'Peak memory', 'bytes', ({ peakRssBytes }) => peakRssBytes, 'less');
  add('Đĩa', 'Disk', 'bytes', ({ diskBytes }) => diskBytes, less);
  add('Trả lời, p50', 'Answer, p50', 'ms', ({ latency }) => latency?.answer?.p50Ms, 'less');
  add('Trả lời, p99', 'Answer, p99', 'ms', ({ latency }) => latency?.answer?.p99Ms, 'less');
  add('Tra cứu được, p99', 'Availability, p99', 'ms', ({ latency }) => latency?.availability?.p99Ms, 'less');
  add('Bị từ chối nhận (429)', 'Answers 429', 'count', ({ http }) => http?.refused429, less);
  add('Gửi muộn', 'Late sends', 'count', ({ http }) => http?.lateSends, less);
  add('Điểm gãy', 'Knee', 'rate', ({ knee }) => knee?.knee, 'more');
}

function ends(add: Add, reports: readonly ReplayReport[]): void {
  for (const status of CASE_STATUSES) {
    if (reports.every(({ byStatus }) => byStatus[status] === undefined)) continue;
    add(
      CASE_STATUS_NAMES[status].vi,
      CASE_STATUS_NAMES[status].en,
      'count',
      ({ byStatus }) => byStatus[status] ?? 0,
    );
  }
}

function punctuality(add: Add, less: 'less' | undefined): void {
  add(
    'Đúng hạn',
    'On time',
    'share',
    ({ statistics: { late } }) => share(late.judged - late.cases, late.judged),
    'more',
  );
  add('Trễ hạn', 'Late', 'count', ({ statistics }) => statistics.late.cases, less);
  add('Hồ sơ tạm dừng', 'Paused cases', 'count', ({ statistics }) =>
    statistics.pauses.reduce((sum, { cases }) => sum + cases, 0),
  );
}

function times(add: Add, of: (report: ReplayReport) => TimeSummary | undefined): void {
  add('Số lượt', 'Cases', 'count', (report) => of(report)?.cases);
  for (const name of ['p50', 'p90', 'p99', 'max'] as const) {
    add(
      `${name}, ngày làm việc`,
      `${name}, working days`,
      'days',
      (report) => of(report)?.workingDays[name],
      'less',
    );
  }
  add('Đúng hạn', 'on time', 'share', (report) => of(report)?.onTimeShare, 'more');
}

type GroupKey = readonly [GroupTimes['procedureGroup'], GroupTimes['policy'], number];

function groupKeys(reports: readonly ReplayReport[]): readonly GroupKey[] {
  const keys: GroupKey[] = [];
  for (const row of reports.flatMap(({ processingTime }) => processingTime)) {
    if (keys.some((key) => sameGroup(row, key))) continue;
    keys.push([row.procedureGroup, row.policy, row.limitWorkingDays.most]);
  }
  return keys;
}

function sameGroup(row: GroupTimes, [group, policy, limit]: GroupKey): boolean {
  return row.procedureGroup === group && row.policy === policy && row.limitWorkingDays.most === limit;
}

function ofAgency(rows: readonly AgencyTimes[], agency: LinkedAgencyId): AgencyTimes | undefined {
  return rows.find((row) => row.agency === agency);
}

function share(count: number, of: number): number | null {
  return of === 0 ? null : count / of;
}
