import { isoDay, startOfDay, vietnamCalendar } from '@lienthong/calendar';
import {
  CASE_STATUSES,
  type CaseListView,
  type CaseRow,
  type CaseView,
  type IndicatorsView,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  type OverviewView,
} from '@lienthong/contracts';
import { type CaseState, caseView, netTimeOfAgency, processingTime } from '@lienthong/procedures';
import { loadGeography, parseInstant } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { CASE_ENGINE, type CaseEngine } from '../../apps/orchestrator/src/case.engine';
import { HttpJson } from '../support/http-json';
import { TestSystem } from '../support/test-system';

const DAY_MS = 86_400_000;

jest.setTimeout(120_000);

const OPEN = new Set(['submitted', 'in-progress', 'awaiting-supplement']);

interface Truth {
  readonly state: CaseState;
  readonly view: CaseView;
  readonly netWorkingMs: number;
  readonly onTime: boolean | undefined;
}

describe('the console over a sample of dossiers', () => {
  let system: TestSystem;
  let http: HttpJson;
  let truth: readonly Truth[];

  beforeAll(async () => {
    system = await TestSystem.open({ OUTAGES: 'residency@2026-11-18T08:00/P20D' }, ['--sample', '200']);
    await system.standalone.replaySample(() => undefined);
    await fileMore(system);
    await system.idle();
    http = new HttpJson(await system.standalone.serve());
    truth = await everyCase(system);
  });

  afterAll(async () => {
    http.close();
    await system.close();
  });

  const get = async <T>(path: string): Promise<T> => {
    const { status, body } = await http.get<T>(`/v1/operations/${path}`);
    expect({ path, status, body: status === 200 ? undefined : body }).toEqual({ path, status: 200 });
    return body;
  };

  /** Every case of a selection, page by page. */
  const listed = async (
    query: string,
    limit = 70,
  ): Promise<{ readonly rows: CaseRow[]; readonly first: CaseListView }> => {
    const rows: CaseRow[] = [];
    let first: CaseListView | undefined;
    for (let cursor = ''; ;) {
      const page = await get<CaseListView>(`cases?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
      first ??= page;
      rows.push(...page.items);
      if (page.nextCursor === undefined) return { rows, first };
      cursor = page.nextCursor;
    }
  };

  const numbersOf = (cases: readonly Truth[]): string[] => cases.map(({ view }) => view.dossierNumber).sort();

  it('has cases of every kind to be looked at', () => {
    expect(truth).toHaveLength(300);
    expect(truth.filter(({ view }) => OPEN.has(view.status)).length).toBeGreaterThan(10);
    expect(truth.filter(({ view }) => view.overdue && OPEN.has(view.status)).length).toBeGreaterThan(3);
    expect(truth.filter(({ state }) => state.pausedSince !== undefined).length).toBeGreaterThan(0);
    expect(truth.filter(({ onTime }) => onTime === true).length).toBeGreaterThan(100);
  });

  it('shows each case as the case itself is', async () => {
    const { rows, first } = await listed('sort=submittedAt');
    expect(first.total).toBe(300);
    const byNumber = new Map(rows.map((row) => [row.dossierNumber, row]));
    expect(byNumber.size).toBe(300);
    for (const { state, view } of truth) {
      const row = byNumber.get(view.dossierNumber);
      expect({
        status: row?.status,
        group: row?.procedureGroup,
        province: row?.province,
        commune: row?.commune,
        policy: row?.policy,
        submittedAt: parseInstant(row?.submittedAt ?? ''),
        appointment: parseInstant(row?.appointment ?? ''),
        finishedAt: row?.finishedAt && parseInstant(row.finishedAt),
        updatedAt: parseInstant(row?.updatedAt ?? ''),
        overdue: row?.overdue,
        paused: row?.paused,
        incident: row?.incident,
        agencies: row?.agencies.map(({ agency, office, status, dueAt }) => [
          agency,
          office,
          status,
          dueAt && parseInstant(dueAt),
        ]),
      }).toEqual({
        status: view.status,
        group: view.procedureGroup,
        province: state.province,
        commune: state.dossier.agencies.civilRegistry,
        policy: view.policy,
        submittedAt: view.submittedAt,
        appointment: view.appointment,
        finishedAt: view.finishedAt,
        updatedAt: Math.max(...state.history.map(({ at }) => at)),
        overdue: view.overdue,
        paused: state.pausedSince !== undefined,
        incident: false,
        agencies: state.agencies.map(({ agency, office, dueAt }) => [
          agency,
          office,
          view.procedures.find((one) => one.agency === agency)?.status,
          dueAt,
        ]),
      });
    }
  });

  it.each([
    ['submittedAt', ({ view }: Truth): number => view.submittedAt],
    ['appointment', ({ view }: Truth): number => view.appointment],
    ['updatedAt', ({ state }: Truth): number => Math.max(...state.history.map(({ at }) => at))],
  ] as const)('orders by %s, up and down, over pages', async (sort, valueOf) => {
    const ordered = [...truth]
      .sort((a, b) => valueOf(a) - valueOf(b) || (a.view.dossierNumber < b.view.dossierNumber ? -1 : 1))
      .map(({ view }) => view.dossierNumber);
    const up = await listed(`sort=${sort}`, 37);
    expect(up.rows.map(({ dossierNumber }) => dossierNumber)).toEqual(ordered);
    const down = await listed(`sort=-${sort}`, 101);
    expect(down.rows.map(({ dossierNumber }) => dossierNumber)).toEqual([...ordered].reverse());
  });

  it.each<readonly [string, (one: Truth, now: number) => boolean]>([
    ['status=in-progress,awaiting-supplement', ({ view }) => /^(in-|aw)/.test(view.status)],
    ['procedureGroup=death', ({ view }) => view.procedureGroup === 'death'],
    ['overdue=true', ({ view }) => view.overdue],
    ['overdue=false', ({ view }) => !view.overdue],
    ['overdue=true&status=in-progress', ({ view }) => view.overdue && view.status === 'in-progress'],
    [
      'stepOverdue=true',
      ({ state, view }: Truth, now) => OPEN.has(view.status) && lateSteps(state, view, now).length > 0,
    ],
    [
      'stepOverdue=true&overdue=false',
      ({ state, view }: Truth, now) =>
        OPEN.has(view.status) && !view.overdue && lateSteps(state, view, now).length > 0,
    ],
    [
      'promiseBroken=true',
      ({ view }: Truth) =>
        OPEN.has(view.status) && view.promises.some(({ reason, broken }) => reason === 'apology' && broken),
    ],
    ['policy=nd63', ({ view }) => view.policy === 'nd63'],
    ['policy=legacy-paper', () => false],
    ['incident=false', () => true],
    ['incident=true', () => false],
    ['withoutOwner=false', () => true],
    ['withoutOwner=true', () => false],
    ...LINKED_AGENCIES.map(
      (agency) =>
        [
          `agency=${agency}`,
          ({ state, view }: Truth) => {
            const part = view.procedures.find((one) => one.agency === agency);
            if (part?.startedAt === undefined) return false;
            return state.finishedAt !== undefined || OPEN.has(part.status);
          },
        ] as const,
    ),
    ...[0, 1, 3].map(
      (days) =>
        [
          `dueWithin=${days}`,
          ({ state, view }: Truth, now: number) =>
            state.finishedAt === undefined &&
            state.pausedSince === undefined &&
            !view.overdue &&
            vietnamCalendar.workingDaysBetween(isoDay(now), isoDay(state.appointment.dueAt)) <= days,
        ] as const,
    ),
  ])('selects by %s', async (query, selects) => {
    const wanted = truth.filter((one) => selects(one, system.clock.now()));
    const { rows, first } = await listed(query);
    expect(rows.map(({ dossierNumber }) => dossierNumber).sort()).toEqual(numbersOf(wanted));
    expect(first.total).toBe(wanted.length);
  });

  it('selects by place, number and filing time', async () => {
    const { state, view } = truth[150]!;
    const commune = state.dossier.agencies.civilRegistry;
    const byCommune = await listed(`province=${state.province}&commune=${commune}`);
    expect(byCommune.rows.map(({ dossierNumber }) => dossierNumber).sort()).toEqual(
      numbersOf(truth.filter((one) => one.state.dossier.agencies.civilRegistry === commune)),
    );
    const whole = await listed(`number=${view.dossierNumber}`);
    expect(whole.rows.map(({ dossierNumber }) => dossierNumber)).toEqual([view.dossierNumber]);
    const prefix = view.dossierNumber.slice(0, -7);
    const begun = await listed(`number=${prefix}`);
    expect(begun.rows.map(({ dossierNumber }) => dossierNumber).sort()).toEqual(
      numbersOf(truth.filter((one) => one.view.dossierNumber.startsWith(prefix))),
    );
    const day = isoDay(view.submittedAt);
    const next = isoDay(startOfDay(day) + DAY_MS);
    const filed = await listed(`from=${day}&to=${next}`);
    expect(filed.rows.map(({ dossierNumber }) => dossierNumber).sort()).toEqual(
      numbersOf(truth.filter((one) => isoDay(one.view.submittedAt) === day)),
    );
  });

  it('counts by status what the other conditions select', async () => {
    const { byStatus } = await get<CaseListView>('cases?procedureGroup=birth&status=completed&limit=1');
    const births = truth.filter(({ view }) => view.procedureGroup === 'birth');
    expect(byStatus).toEqual(
      Object.fromEntries(
        CASE_STATUSES.map((status) => [status, births.filter(({ view }) => view.status === status).length]),
      ),
    );
  });

  it.each([
    ['cases?nonsense=1', '/query/nonsense'],
    ['cases?status=lost', '/query/status'],
    ['cases?limit=501', '/query/limit'],
    ['cases?overdue=perhaps', '/query/overdue'],
    ['cases?cursor=x', '/query/cursor'],
    ['cases?from=yesterday', '/query/from'],
    ['indicators', '/query/by'],
    ['indicators?by=agency&to=1', '/query/to'],
    ['cases.csv?limit=1', '/query/limit'],
  ])('refuses %s', async (path, pointer) => {
    const { status, body } = await http.get<{ readonly errors: { readonly pointer: string }[] }>(
      `/v1/operations/${path}`,
    );
    expect([status, body.errors.map((error) => error.pointer)]).toEqual([400, [pointer]]);
  });

  it('exports every case of a filter', async () => {
    const { body } = await http.get<string>('/v1/operations/cases.csv?procedureGroup=birth');
    const lines = body.split('\r\n').filter(Boolean);
    expect(lines[0]).toMatch(/^\uFEFFSố hồ sơ,Nhóm thủ tục,Trạng thái/);
    expect(
      lines
        .slice(1)
        .map((line) => line.split(',')[0])
        .sort(),
    ).toEqual(numbersOf(truth.filter(({ view }) => view.procedureGroup === 'birth')));
  });

  it('sums up in the overview', async () => {
    const overview = await get<OverviewView>('overview');
    const now = system.clock.now();
    const open = truth.filter(({ view }) => OPEN.has(view.status));
    const ended = truth.filter(({ state }) => (state.finishedAt ?? 0) >= now - 30 * DAY_MS);
    expect(overview).toMatchObject({
      open: open.length,
      overdue: open.filter(({ view }) => view.overdue).length,
      stepOverdue: open.filter(({ state, view }) => !view.overdue && lateSteps(state, view, now).length > 0)
        .length,
      promiseBroken: open.filter(({ view }) =>
        view.promises.some(({ reason, broken }) => reason === 'apology' && broken),
      ).length,
      awaitingSupplement: truth.filter(({ view }) => view.status === 'awaiting-supplement').length,
      incidents: 0,
      withoutOwner: 0,
      ended30Days: ended.length,
      onTimeShare: ended.filter(({ onTime }) => onTime).length / ended.length,
    });
    expect(overview.days).toHaveLength(30);
    for (const { day, filed, ended: finished } of overview.days) {
      expect([day, filed]).toEqual([
        day,
        truth.filter(({ view }) => isoDay(view.submittedAt) === day).length,
      ]);
      const endedThen = truth.filter(
        ({ state }) => state.finishedAt !== undefined && isoDay(state.finishedAt) === day,
      );
      expect([day, finished]).toEqual([day, endedThen.length]);
    }
    for (const { agency, open: held, overdue, awaitingSupplement } of overview.byAgency) {
      const parts = open.flatMap(({ view }) => view.procedures.find((one) => one.agency === agency) ?? []);
      const working = parts.filter(({ status }) => status === 'in-progress');
      expect([agency, held, awaitingSupplement, overdue]).toEqual([
        agency,
        parts.filter(({ status }) => OPEN.has(status)).length,
        parts.filter(({ status }) => status === 'awaiting-supplement').length,
        working.filter(({ dueAt = Infinity }) => dueAt < now).length,
      ]);
    }
    expect(overview.flow.reduce((sum, { filed }) => sum + filed, 0)).toBe(300);
    expect(overview.freshness.p50Ms).toBeGreaterThanOrEqual(0);
  });

  const exact = (values: readonly number[], share: number): number =>
    [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;

  const close = (value: number | undefined, expected: number): void => {
    if (expected < 1000) expect(value).toBe(0);
    else expect(Math.abs((value ?? NaN) - expected) / expected).toBeLessThan(0.05);
  };

  it.each(['procedureGroup', 'province', 'policy', 'month'] as const)('has indicators by %s', async (by) => {
    const keyOf = {
      procedureGroup: ({ view }: Truth) => view.procedureGroup,
      province: ({ state }: Truth) => state.province ?? '',
      policy: ({ view }: Truth) => view.policy,
      month: ({ state }: Truth) => isoDay(state.finishedAt ?? 0).slice(0, 7),
    }[by];
    const { rows, total } = await get<IndicatorsView>(`indicators?by=${by}`);
    const ended = truth.filter(({ state }) => state.finishedAt !== undefined);
    expect(total.ended).toBe(ended.length);
    expect(rows.map(({ key }) => key)).toEqual([...new Set(ended.map(keyOf))].sort());
    for (const row of [...rows, total]) {
      const own = row === total ? ended : ended.filter((one) => keyOf(one) === row.key);
      const times = own.map(({ netWorkingMs }) => netWorkingMs);
      expect(row).toMatchObject({
        ended: own.length,
        onTimeShare: own.filter(({ onTime }) => onTime).length / own.length,
        supplements: own.reduce((sum, { state }) => sum + asked(state), 0),
        refused: own.filter(({ view }) => view.status === 'refused').length,
      });
      close(row.p50Ms, exact(times, 0.5));
      close(row.p90Ms, exact(times, 0.9));
      close(row.p99Ms, exact(times, 0.99));
    }
  });

  it.each(['agency', 'procedure'] as const)('has indicators by %s', async (by) => {
    const { rows } = await get<IndicatorsView>(`indicators?by=${by}`);
    const parts = truth
      .filter(({ state }) => state.finishedAt !== undefined)
      .flatMap(({ state, view }) =>
        view.procedures.map((part) => ({ ...part, ...netOf(state, part.agency) })),
      )
      .filter(({ startedAt, finishedAt }) => startedAt !== undefined && finishedAt !== undefined);
    expect(rows.map(({ key }) => key).sort()).toEqual([...new Set(parts.map((part) => part[by]))].sort());
    for (const row of rows) {
      const own = parts.filter((part) => part[by] === row.key);
      const distinct =
        by === 'procedure'
          ? own
          : own.filter(
              (part, i) =>
                own.findIndex(
                  (one) =>
                    one.startedAt === part.startedAt &&
                    one.finishedAt === part.finishedAt &&
                    one.office === part.office,
                ) === i || part.procedure !== 'survivor-benefits',
            );
      expect({ key: row.key, ended: row.ended }).toEqual({ key: row.key, ended: distinct.length });
      const times = distinct.map(({ netWorkingMs }) => netWorkingMs);
      close(row.p50Ms, exact(times, 0.5));
      close(row.p90Ms, exact(times, 0.9));
      expect(row.onTimeShare).toBeCloseTo(
        distinct.filter(({ onTime }) => onTime).length / distinct.length,
        10,
      );
    }
  });

  it('selects indicators by period, place and procedure', async () => {
    const month = isoDay(
      truth.find(({ state }) => state.finishedAt !== undefined)?.state.finishedAt ?? 0,
    ).slice(0, 7);
    const from = `${month}-01`;
    const { total } = await get<IndicatorsView>(
      `indicators?by=week&from=${from}&procedure=permanent-residence`,
    );
    const own = truth.filter(
      ({ state, view }) =>
        (state.finishedAt ?? 0) >= startOfDay(from) &&
        view.procedures.some(
          ({ procedure, finishedAt }) => procedure === 'permanent-residence' && finishedAt !== undefined,
        ),
    );
    expect(total.ended).toBe(own.length);
  });
});

/** A hundred dossiers of two weeks in which the residence authority goes away: some are open, some late, some wait. */
async function fileMore(system: TestSystem): Promise<void> {
  const { time } = system.runtime;
  const intake = system.get<IntakeService>(IntakeService);
  const period = { from: '2026-11-16', to: '2026-11-26' };
  const geography = loadGeography();
  const more = generateDossiers({
    seed: 6,
    births: 80,
    deaths: 20,
    ...period,
    geography,
    calendar: vietnamCalendar,
  });
  for (const { idempotencyKey, dossier, submittedAt } of more) {
    await time.replayTo(submittedAt);
    await intake.submitTrusted(`more-${idempotencyKey}`, dossier, submittedAt);
  }
  await time.replayTo(Date.parse('2026-11-27T10:00:00+07:00'));
}

function asked({ history }: CaseState): number {
  return history.filter(({ type }) => type === 'supplement.requested').length;
}

function netOf(state: CaseState, agency: LinkedAgencyId): { readonly netWorkingMs: number } {
  const progress = state.agencies.find((one) => one.agency === agency)!;
  return netTimeOfAgency(state, progress, state.finishedAt ?? state.submittedAt, vietnamCalendar);
}

/** Steps that an agency works on past their own due time. */
function lateSteps({ finishedAt }: CaseState, view: CaseView, now: number): readonly unknown[] {
  return view.procedures.filter(
    ({ status, dueAt = Infinity }) => finishedAt === undefined && status === 'in-progress' && dueAt < now,
  );
}

async function everyCase(system: TestSystem): Promise<readonly Truth[]> {
  const now = system.clock.now();
  const rows = await system.get<CaseEngine>(CASE_ENGINE).query({ limit: 10_000 });
  return rows.map(({ state }) => {
    const { total } = processingTime(state, now, vietnamCalendar);
    return {
      state,
      view: caseView(state, now, 'vi'),
      netWorkingMs: total.netWorkingMs,
      onTime: total.onTime,
    };
  });
}
