import fc from 'fast-check';
import { vietnamCalendar } from '@lienthong/calendar';
import {
  CASE_SORTS,
  CASE_STATUSES,
  type CaseListView,
  type CaseRow,
  LINKED_AGENCIES,
  type OverviewView,
  POLICY_IDS,
  PROCEDURE_GROUPS,
} from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';
import { eventually } from '../support/eventually';
import { Operator } from '../../apps/console/test-support/operator';
import { Poison } from '../../apps/console/test-support/poison';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { type ConsoleReplica, ConsoleReplicas } from '../support/console-replicas';
import { type TestSystem } from '../support/test-system';

const SAMPLE = 150;
const MORE = 150;
const SEED = 11;
/** Invented selections. */
const RUNS = 60;
const DAYS = ['2026-08-03', '2026-11-02', '2026-11-16', '2026-11-20', '2026-11-25', '2026-12-31'];

jest.setTimeout(300_000);

describe('the console over the same cases on the embedded store and on MongoDB', () => {
  let world: ConsoleReplicas;
  let replica: ConsoleReplica;
  let embedded: Operator;
  let rows: readonly CaseRow[];

  beforeAll(async () => {
    world = await ConsoleReplicas.open({ OUTAGES: 'residency@2026-11-18T08:00/P20D' }, [
      '--sample',
      String(SAMPLE),
    ]);
    const { system } = world;
    replica = await world.start();
    await system.standalone.replaySample(() => undefined);
    await fileMore(system);
    await world.idle();
    embedded = new Operator(await system.standalone.serve());
    rows = (await all(embedded, 'sort=submittedAt', 500)).flatMap(({ items }) => items);
    await eventually(
      async () => (await all(replica.operator, 'sort=submittedAt', 500)).flatMap(({ items }) => items),
      (shown) => JSON.stringify(shown) === JSON.stringify(rows),
    );
  });
  afterAll(() => world.close());

  /** Every page of a list. */
  async function all(operator: Operator, query: string, limit: number): Promise<readonly CaseListView[]> {
    const pages: CaseListView[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await operator.get<CaseListView>(
        `/v1/operations/cases?${query}&limit=${limit}${cursor}`,
      );
      expect({ query, status }).toEqual({ query, status: 200 });
      pages.push(body);
      if (body.nextCursor === undefined) return pages;
      cursor = `&cursor=${body.nextCursor}`;
    }
  }

  async function both<T>(path: string): Promise<readonly [T, T]> {
    const [one, other] = await Promise.all([embedded.get<T>(path), replica.operator.get<T>(path)]);
    expect({ path, statuses: [one.status, other.status] }).toEqual({ path, statuses: [200, 200] });
    return [one.body, other.body];
  }

  it('has cases of every kind to be looked for', async () => {
    expect(rows).toHaveLength(SAMPLE + MORE);
    for (const has of [
      ({ overdue }: CaseRow) => overdue,
      ({ paused }: CaseRow) => paused,
      ({ incident }: CaseRow) => incident,
      ({ finishedAt }: CaseRow) => finishedAt !== undefined,
      ({ procedureGroup }: CaseRow) => procedureGroup === 'death',
      ({ status }: CaseRow) => status === 'awaiting-supplement',
    ])
      expect(rows.filter(has).length).toBeGreaterThan(0);
  });

  it('shows the same lists, pages and counts, whatever is asked for', async () => {
    const provinces = [...new Set(rows.map(({ province = '' }) => province))];
    const communes = [...new Set(rows.map(({ commune }) => commune))];
    const numbers = rows.map(({ dossierNumber }) => dossierNumber);
    const pick = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
    const conditions: Readonly<Record<string, fc.Arbitrary<string>>> = {
      number: fc
        .tuple(pick(numbers), fc.integer({ min: 1, max: 26 }))
        .map(([number, to]) => number.slice(0, to)),
      status: fc.subarray([...CASE_STATUSES], { minLength: 1 }).map((statuses) => statuses.join()),
      procedureGroup: pick(PROCEDURE_GROUPS),
      agency: pick(LINKED_AGENCIES),
      province: pick(provinces),
      commune: pick(communes),
      policy: pick(POLICY_IDS),
      overdue: pick(['true', 'false']),
      dueWithin: pick(['0', '1', '3', '10', '60']),
      incident: pick(['true', 'false']),
      from: pick(DAYS),
      to: pick([...DAYS, '2026-11-24T10:30:00%2B07:00']),
    };
    // Few at a time: most combinations of many select nothing.
    const selection = fc
      .subarray(Object.keys(conditions), { maxLength: 3 })
      .chain((names) =>
        fc.tuple(
          ...names.map((name) => (conditions[name] ?? fc.constant('')).map((value) => `${name}=${value}`)),
        ),
      );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        selection,
        pick(CASE_SORTS),
        fc.integer({ min: 20, max: 120 }),
        async (parts, sort, limit) => {
          const query = [...parts, `sort=${sort}`].join('&');
          const [one, other] = await Promise.all([
            all(embedded, query, limit),
            all(replica.operator, query, limit),
          ]);
          expect({ query, pages: other }).toEqual({ query, pages: one });
          const shown = one.flatMap(({ items }) => items);
          expect(one[0]?.total).toBe(shown.length);
          if (shown.length > 0) found++;
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
    expect(found).toBeGreaterThan(RUNS / 3);
  });

  it('knows each condition by itself, and every order', async () => {
    const [first] = rows;
    const alone = [
      ...CASE_STATUSES.map((status) => `status=${status}`),
      ...PROCEDURE_GROUPS.map((group) => `procedureGroup=${group}`),
      ...LINKED_AGENCIES.map((agency) => `agency=${agency}`),
      ...POLICY_IDS.map((policy) => `policy=${policy}`),
      ...['0', '1', '5', '60'].map((days) => `dueWithin=${days}`),
      ...['overdue', 'incident'].flatMap((flag) => [`${flag}=true`, `${flag}=false`]),
      ...CASE_SORTS.map((sort) => `sort=${sort}`),
      `province=${first?.province}`,
      `commune=${first?.commune}`,
      `number=${first?.dossierNumber}`,
      'number=G22',
      'from=2026-11-20&to=2026-11-21',
    ];
    for (const query of alone)
      expect({ query, pages: await all(replica.operator, query, 90) }).toEqual({
        query,
        pages: await all(embedded, query, 90),
      });
  });

  it('sums up alike in overview and indicators', async () => {
    const [one, other] = await both<OverviewView>('/v1/operations/overview');
    // How fast something came, and in which minute of the real clock, is each one's own.
    const { freshness: _own, flow, ...figures } = one;
    const { freshness: _others, flow: otherFlow, ...otherFigures } = other;
    expect(otherFigures).toEqual(figures);
    expect(sum(otherFlow)).toEqual(sum(flow));
    expect(one.open).toBeGreaterThan(0);
    expect(one.overdue).toBeGreaterThan(0);
    for (const by of [
      'procedureGroup',
      'procedure',
      'province',
      'agency',
      'policy',
      'month',
      'week',
      'day',
    ]) {
      const [here, there] = await both<object>(`/v1/operations/indicators?by=${by}`);
      expect({ by, ...there }).toEqual({ by, ...here });
      const period = `by=${by}&from=2026-11-01&to=2026-11-25`;
      const [hereThen, thereThen] = await both<object>(`/v1/operations/indicators?${period}`);
      expect({ by, ...thereThen }).toEqual({ by, ...hereThen });
    }
  });
});

/** Filed and ended, all minutes together. */
function sum(flow: OverviewView['flow']): object {
  return {
    filed: flow.reduce((total, { filed }) => total + filed, 0),
    ended: flow.reduce((total, { ended }) => total + ended, 0),
  };
}

/** Cases of two weeks in which the residence authority goes away, the last of which the registry stumbles over. */
async function fileMore(system: TestSystem): Promise<void> {
  const { time, engines } = system.runtime;
  const intake = system.get<IntakeService>(IntakeService);
  const period = { from: '2026-11-16', to: '2026-11-26' };
  const invented = { seed: SEED, births: MORE - 40, deaths: 40, ...period } as const;
  const dossiers = [
    ...generateDossiers({ ...invented, geography: loadGeography(), calendar: vietnamCalendar }),
  ];
  for (const [i, { idempotencyKey, dossier, submittedAt }] of dossiers.entries()) {
    if (i === dossiers.length - 8) new Poison(engines, 'civil-registry');
    await time.replayTo(submittedAt);
    await intake.submitTrusted(`more-${idempotencyKey}`, dossier, submittedAt);
  }
  await time.replayTo(Date.parse('2026-11-27T10:00:00+07:00'));
}
