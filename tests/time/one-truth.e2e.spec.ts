import { vietnamCalendar } from '@lienthong/calendar';
import {
  CASE_QUERIES,
  type CaseDetail,
  type CaseListView,
  type CaseQueries,
  type CaseRow,
  type HistoryEntry,
  type IndicatorRow,
  type IndicatorsView,
  type NetTime,
  PROCEDURE_GROUPS,
  type ProcedureGroup,
} from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { type CaseState } from '@lienthong/procedures';
import { percentile } from '../../apps/standalone/src/report/percentiles';
import { ProcessingTimeSummary } from '../../apps/standalone/src/report/processing-time-summary';
import { OutcomeStatistics } from '../../apps/replay/src/statistics';
import { CASE_ENGINE, type CaseEngine } from '../../apps/orchestrator/src/case.engine';
import { HttpJson } from '../support/http-json';
import { TestSystem } from '../support/test-system';

const HOUR_MS = 3_600_000;
const DAY_MS = 8 * HOUR_MS;
/** Half of a bucket of the indicators. */
const BUCKET = 0.025;

jest.setTimeout(180_000);

/** What a case's history tells of the applicant's time, worked out here once more and otherwise. */
function byHand({ submittedAt, finishedAt = 0, history }: CaseState): NetTime {
  const owed = new Set<string | undefined>();
  let [from, applicantWorkingMs] = [0, 0];
  const turn = ({ at, type, agency }: HistoryEntry): void => {
    const before = owed.size;
    if (type === 'supplement.requested') owed.add(agency);
    if (type === 'supplement.provided' || type === 'supplement.expired') owed.delete(agency);
    if (type === 'withdrawal.requested' || type === 'stop.requested') owed.clear();
    if (before === 0 && owed.size > 0) from = at;
    if (before > 0 && owed.size === 0) applicantWorkingMs += vietnamCalendar.workingMs(from, at);
  };
  for (const entry of history) turn(entry);
  const workingMs = vietnamCalendar.workingMs(submittedAt, finishedAt);
  return { workingMs, applicantWorkingMs, netWorkingMs: workingMs - applicantWorkingMs };
}

describe('one truth about time: the same cases through every output', () => {
  let system: TestSystem;
  let http: HttpJson;
  let cases: readonly CaseState[];
  let truth: ReadonlyMap<string, NetTime>;

  beforeAll(async () => {
    system = await TestSystem.open({}, ['--sample', '250']);
    await system.standalone.replaySample(() => undefined);
    await system.idle();
    http = new HttpJson(await system.standalone.serve());
    const states = (await system.get<CaseEngine>(CASE_ENGINE).query({ limit: 10_000 })).map(
      (row) => row.state,
    );
    cases = states.filter(({ finishedAt }) => finishedAt !== undefined);
    truth = new Map(cases.map((state) => [state.dossierNumber, byHand(state)]));
  });

  afterAll(async () => {
    http.close();
    await system.close();
  });

  const get = async <T>(path: string): Promise<T> => {
    const { status, body } = await http.get<T>(path);
    expect({ path, status }).toEqual({ path, status: 200 });
    return body;
  };
  const nets = (group: ProcedureGroup): readonly number[] =>
    cases
      .filter(({ dossier }) => dossier.procedureGroup === group)
      .map(({ dossierNumber }) => truth.get(dossierNumber)!.netWorkingMs)
      .sort((a, b) => a - b);

  it('has cases in which the applicant owed something, and cases with limits that verification moved', () => {
    expect(
      [...truth.values()].filter(({ applicantWorkingMs }) => applicantWorkingMs > 0).length,
    ).toBeGreaterThan(9);
    expect(new Set(cases.map(({ limitWorkingDays }) => limitWorkingDays)).size).toBeGreaterThan(2);
  });

  it('the case itself, to integrators and to operators, to the millisecond', async () => {
    for (const { dossierNumber } of cases) {
      const { total } = await get<{ readonly total: NetTime }>(
        `/v1/dossiers/${dossierNumber}/processing-time`,
      );
      expect({ dossierNumber, ...total }).toMatchObject({ dossierNumber, ...truth.get(dossierNumber)! });
    }
    for (const { dossierNumber } of cases.slice(0, 60)) {
      const detail = await get<CaseDetail>(`/v1/operations/cases/${dossierNumber}`);
      const { netWorkingMs, applicantWorkingMs } = truth.get(dossierNumber)!;
      expect(detail.processingTime.total).toMatchObject(truth.get(dossierNumber)!);
      expect(detail.clocks[0]).toMatchObject({ workingMsUsed: netWorkingMs, applicantWorkingMs });
    }
  });

  it('the list of cases to the millisecond, its file to a hundredth of an hour', async () => {
    const rows: CaseRow[] = [];
    for (let cursor = '', more = true; more;) {
      const page = await get<CaseListView>(`/v1/operations/cases?limit=200${cursor && `&cursor=${cursor}`}`);
      rows.push(...page.items);
      cursor = page.nextCursor ?? '';
      more = cursor !== '';
    }
    const limits = new Map(cases.map((state) => [state.dossierNumber, state.limitWorkingDays]));
    for (const { dossierNumber, netWorkingMs, applicantWorkingMs, limitWorkingDays } of rows) {
      const expected = truth.get(dossierNumber);
      if (!expected) continue;
      expect({ dossierNumber, netWorkingMs, applicantWorkingMs, limitWorkingDays }).toEqual({
        dossierNumber,
        netWorkingMs: expected.netWorkingMs,
        applicantWorkingMs: expected.applicantWorkingMs,
        limitWorkingDays: limits.get(dossierNumber),
      });
    }
    const csv = (await get<string>('/v1/operations/cases.csv')).split('\r\n').filter(Boolean).slice(1);
    expect(csv).toHaveLength(rows.length);
    for (const line of csv) {
      const cells = line.split(',');
      const expected = truth.get(cells[0] ?? '');
      if (!expected) continue;
      const [net, applicant] = cells.slice(-2).map(Number);
      expect(Math.abs(net! * HOUR_MS - expected.netWorkingMs)).toBeLessThanOrEqual(HOUR_MS / 200);
      expect(Math.abs(applicant! * HOUR_MS - expected.applicantWorkingMs)).toBeLessThanOrEqual(HOUR_MS / 200);
    }
  });

  it('the table of npm start, exactly', async () => {
    const queries = system.get<CaseQueries>(CASE_QUERIES);
    const table = new ProcessingTimeSummary();
    for (const { dossierNumber } of cases) {
      const [view, time] = [
        await queries.find(dossierNumber, 'en'),
        await queries.processingTime(dossierNumber),
      ];
      table.add(view!, time!);
    }
    for (const row of table.rows()) {
      const own = cases
        .filter((one) => one.dossier.procedureGroup === row.procedureGroup)
        .filter(({ limitWorkingDays }) => limitWorkingDays === row.limitWorkingDays)
        .map(({ dossierNumber }) => truth.get(dossierNumber)!);
      const days = own.map(({ netWorkingMs }) => netWorkingMs / DAY_MS).sort((a, b) => a - b);
      const waits = own.filter(({ applicantWorkingMs }) => applicantWorkingMs > 0);
      expect(row).toMatchObject({ cases: days.length, p50: percentile(days, 50), p90: percentile(days, 90) });
      expect(row.applicant?.cases ?? 0).toBeGreaterThanOrEqual(waits.length);
    }
  });

  it('the report of a replay: means exactly, percentiles to the minute', async () => {
    const queries = system.get<CaseQueries>(CASE_QUERIES);
    const statistics = new OutcomeStatistics(loadGeography());
    for (const { dossierNumber, dossier, submittedAt } of cases) {
      const view = (await queries.find(dossierNumber, 'en'))!;
      const time = (await queries.processingTime(dossierNumber))!;
      statistics.add({ dossierNumber, dossier, submittedAt, idempotencyKey: dossierNumber, view, time });
    }
    for (const { procedureGroup, limitWorkingDays, workingDays } of statistics.summary().groups) {
      const own = cases
        .filter((one) => one.dossier.procedureGroup === procedureGroup)
        .filter((one) => one.limitWorkingDays === limitWorkingDays.most)
        .map(({ dossierNumber }) => truth.get(dossierNumber)!.netWorkingMs / DAY_MS)
        .sort((a, b) => a - b);
      expect(workingDays.mean).toBeCloseTo(own.reduce((sum, days) => sum + days, 0) / own.length, 9);
      expect(Math.abs(workingDays.p90 - percentile(own, 90))).toBeLessThanOrEqual(30.01 / (8 * 60));
    }
  });

  it("the console's indicators and their file, within half a bucket", async () => {
    const view = await get<IndicatorsView>('/v1/operations/indicators?by=procedureGroup');
    const csv = (await get<string>('/v1/operations/indicators.csv?by=procedureGroup')).split('\r\n');
    for (const [i, group] of PROCEDURE_GROUPS.entries()) {
      const row: IndicatorRow = view.rows.find(({ key }) => key === group)!;
      const own = nets(group);
      for (const [ms, percent] of [
        [row.p50Ms, 50],
        [row.p90Ms, 90],
        [row.p99Ms, 99],
      ] as const) {
        const exact = percentile(own, percent);
        expect(Math.abs(ms! - exact)).toBeLessThanOrEqual(BUCKET * exact + 1_000);
      }
      const waits = cases
        .filter(({ dossier, pausedMs }) => dossier.procedureGroup === group && pausedMs > 0)
        .map(({ dossierNumber }) => truth.get(dossierNumber)!.applicantWorkingMs)
        .sort((a, b) => a - b);
      expect(row.applicant?.cases).toBe(waits.length);
      const exact = percentile(waits, 90);
      expect(Math.abs(row.applicant!.p90Ms - exact)).toBeLessThanOrEqual(BUCKET * exact + 1_000);
      expect(csv[i + 1]?.split(',').slice(3, 6)).toEqual(
        [row.p50Ms, row.p90Ms, row.p99Ms].map((ms) => String(Math.round((ms! / HOUR_MS) * 100) / 100)),
      );
    }
  });

  it('the metrics: sums to the millisecond, counts by bucket', async () => {
    const text = await system.metrics.metrics();
    const sumOf = (name: string, group: ProcedureGroup): number =>
      [...text.matchAll(new RegExp(`^${name}_sum\\{([^}]*)\\} (.*)$`, 'gm'))]
        .filter(([, labels]) => labels?.includes(`procedure_group="${group}"`))
        .reduce((sum, [, , value]) => sum + Number(value), 0);
    const bucketOf = (group: ProcedureGroup, hours: number): number =>
      [...text.matchAll(/^lienthong_case_processing_working_hours_bucket\{([^}]*)\} (.*)$/gm)]
        .filter(([, labels]) => labels?.includes(`procedure_group="${group}"`))
        .filter(([, labels]) => labels?.includes(`le="${hours}"`))
        .reduce((sum, [, , value]) => sum + Number(value), 0);
    for (const group of PROCEDURE_GROUPS) {
      const own = nets(group);
      const applicants = cases
        .filter(({ dossier }) => dossier.procedureGroup === group)
        .reduce((sum, { dossierNumber }) => sum + truth.get(dossierNumber)!.applicantWorkingMs, 0);
      const total = own.reduce((sum, ms) => sum + ms, 0);
      expect(
        Math.abs(sumOf('lienthong_case_processing_working_hours', group) * HOUR_MS - total),
      ).toBeLessThan(1);
      expect(
        Math.abs(sumOf('lienthong_case_applicant_working_hours', group) * HOUR_MS - applicants),
      ).toBeLessThan(1);
      for (const hours of [8, 16, 24, 40])
        expect(bucketOf(group, hours)).toBe(own.filter((ms) => ms <= hours * HOUR_MS).length);
    }
  });
});
