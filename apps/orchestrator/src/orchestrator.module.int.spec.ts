import { Inject, Module } from '@nestjs/common';
import { CASE_QUERIES, type CaseQueries } from '@lienthong/contracts';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { at, CasePlayer, MINUTE, MONDAY } from '../../../libs/procedures/test-support/case-player';
import { birthDossier, deathDossier } from '../../../libs/procedures/test-support/dossiers';
import { CaseQueriesModule } from './http/case-queries.module';
import { OrchestratorModule } from './orchestrator.module';

let queries: CaseQueries;

@Module({ imports: [OrchestratorModule] })
class Reader {
  constructor(@Inject(CASE_QUERIES) found: CaseQueries) {
    queries = found;
  }
}

const NUMBERS = [1, 2, 3].map((n) => `G22.99.08-20241104-000000${n}`) as [string, string, string];

async function submit(
  bench: ServiceBench,
  number: string,
  group: 'birth' | 'death' = 'birth',
  submittedBy?: string,
): Promise<void> {
  const dossier = group === 'birth' ? birthDossier() : deathDossier();
  const data = {
    dossier,
    policy: 'nd63',
    submittedAt: MONDAY,
    ...(submittedBy !== undefined && { submittedBy }),
  };
  await bench.deliver('dossier.events', 'vn.lienthong.dossier.submitted.v1', number, data, MONDAY);
}

/** What the agencies report on a birth without hindrance, in order. */
async function complete(bench: ServiceBench, number: string): Promise<void> {
  const player = new CasePlayer(birthDossier());
  for (const [i, agency] of (['civil-registry', 'residency', 'health-insurance'] as const).entries()) {
    player.wait(MINUTE);
    const [type, data] = player.reportOf(agency, 'approved');
    await bench.deliver(`${agency}.events`, type, number, data, MONDAY + (i + 1) * MINUTE);
  }
}

describe('the orchestrator in a process', () => {
  let bench: ServiceBench;

  beforeEach(async () => {
    bench = await ServiceBench.open(Reader, 'civil-registry.commands');
  });

  afterEach(() => bench.close());

  it('takes a dossier from the bus to its end, and answers queries about it', async () => {
    const [number] = NUMBERS;
    await submit(bench, number);
    expect(bench.published.map(({ type, subject }) => [type, subject])).toEqual([
      ['vn.lienthong.work.requested.v1', number],
    ]);
    expect(await queries.find(number, 'en')).toMatchObject({ status: 'in-progress', dossierNumber: number });
    await complete(bench, number);
    expect(await queries.find(number, 'en')).toMatchObject({ status: 'completed', overdue: false });
    expect((await queries.timeline(number, 'vi'))?.at(-1)).toMatchObject({
      type: 'result.returned',
      summary: 'Trả kết quả',
    });
    expect((await queries.processingTime(number))?.total).toMatchObject({
      calendarMs: 3 * MINUTE,
      onTime: true,
    });
    expect(await queries.find('G22.99.08-20241104-9999999', 'en')).toBeUndefined();
    expect(await queries.timeline('x', 'en')).toBeUndefined();
    expect(await queries.processingTime('x')).toBeUndefined();
  });

  it('answers a gateway in another process as it answers one beside it', async () => {
    const [first, second] = NUMBERS;
    const remote = await ServiceBench.open(CaseQueriesModule, 'civil-registry.commands');
    const get = async (path: string): Promise<{ readonly status: number; readonly body: unknown }> =>
      remote.http('GET', `/internal/v1/cases${path}`);
    try {
      for (const one of [bench, remote]) {
        await submit(one, first);
        await submit(one, second, 'death');
        await complete(one, first);
      }
      const same = async (path: string, expected: unknown): Promise<void> =>
        expect(await get(path)).toEqual({ status: 200, body: plain(expected) });
      await same(`/${first}?language=vi`, await queries.find(first, 'vi'));
      await same(`/${first}/timeline?language=en`, await queries.timeline(first, 'en'));
      await same(`/${first}/processing-time`, await queries.processingTime(first));
      const filter = { status: 'completed', from: MONDAY, limit: 5 } as const;
      await same(`?language=en&status=completed&from=${MONDAY}&limit=5`, await queries.list(filter, 'en'));
      expect(await get(`/${NUMBERS[2]}?language=vi`)).toMatchObject({ status: 404 });
      for (const path of [
        `/${first}?language=vi&`,
        `/${first}/timeline?language=vi&`,
        `/${first}/processing-time?`,
      ])
        expect(await get(`${path}submittedBy=portal`)).toMatchObject({ status: 404 });
      expect(await get('?language=en&limit=5&submittedBy=portal')).toEqual({
        status: 200,
        body: { items: [] },
      });
      expect(await get(`/${first}?language=fr`)).toMatchObject({ status: 400 });
    } finally {
      await remote.close();
    }
  });

  it('fires its deadlines from the store', async () => {
    await submit(bench, NUMBERS[0]);
    expect(await bench.fireNext()).toBe(true);
    expect((await queries.timeline(NUMBERS[0], 'en'))?.at(-1)).toMatchObject({
      at: at('2024-11-04T17:00'),
      type: 'apology.issued',
    });
    expect(await bench.fireNext()).toBe(false);
  });

  it('lists cases by what can be filtered, page by page', async () => {
    const [first, second, third] = NUMBERS;
    await submit(bench, first);
    await submit(bench, second, 'death');
    await submit(bench, third);
    await complete(bench, first);
    const numbers = async (filter: object): Promise<readonly string[]> =>
      (await queries.list({ limit: 10, ...filter }, 'en')).items.map(({ dossierNumber }) => dossierNumber);
    expect(await numbers({})).toEqual(NUMBERS);
    expect(await numbers({ status: 'completed' })).toEqual([first]);
    expect(await numbers({ procedureGroup: 'death' })).toEqual([second]);
    expect(await numbers({ province: '01' })).toEqual(NUMBERS);
    expect(await numbers({ province: '79' })).toEqual([]);
    expect(await numbers({ from: MONDAY, to: MONDAY + 1 })).toEqual(NUMBERS);
    expect(await numbers({ to: MONDAY })).toEqual([]);

    const page = await queries.list({ limit: 2 }, 'en');
    expect(page.items.map(({ dossierNumber }) => dossierNumber)).toEqual([first, second]);
    expect(await numbers({ limit: 2, cursor: page.nextCursor })).toEqual([third]);
    expect(await queries.list({ limit: 3 }, 'en')).not.toHaveProperty('nextCursor');
  });

  it('shows a submitter its own, and those of nobody known to nobody in particular', async () => {
    const [first, second, third] = NUMBERS;
    await submit(bench, first, 'birth', 'portal');
    await submit(bench, second, 'birth', 'hospital');
    await submit(bench, third);
    const fourth = 'G22.99.08-20241104-0000004';
    await submit(bench, fourth, 'death', 'portal');
    const numbers = async (filter: object): Promise<readonly string[]> =>
      (await queries.list({ limit: 10, ...filter }, 'en')).items.map(({ dossierNumber }) => dossierNumber);
    expect(await numbers({})).toEqual([...NUMBERS, fourth]);
    expect(await numbers({ submittedBy: 'portal' })).toEqual([first, fourth]);
    expect(await numbers({ submittedBy: 'portal', procedureGroup: 'birth', from: MONDAY })).toEqual([first]);
    expect(await numbers({ submittedBy: 'nobody' })).toEqual([]);
    const page = await queries.list({ limit: 1, submittedBy: 'portal' }, 'en');
    expect(await numbers({ submittedBy: 'portal', cursor: page.nextCursor })).toEqual([fourth]);

    const found = async (number: string, submittedBy: string): Promise<readonly boolean[]> => {
      const reads = [
        queries.find(number, 'vi', submittedBy),
        queries.timeline(number, 'vi', submittedBy),
        queries.processingTime(number, submittedBy),
      ];
      return (await Promise.all(reads)).map((read) => read !== undefined);
    };
    expect(await found(first, 'portal')).toEqual([true, true, true]);
    expect(await found(second, 'portal')).toEqual([false, false, false]);
    expect(await found(third, 'portal')).toEqual([false, false, false]);
    expect(JSON.stringify(await queries.timeline(first, 'vi'))).not.toContain('portal');
  });

  it('measures a case once, when it ends', async () => {
    await submit(bench, NUMBERS[0]);
    await submit(bench, NUMBERS[1], 'death');
    await complete(bench, NUMBERS[0]);
    const metrics = await bench.metrics.metrics();
    const labels = 'procedure_group="birth",policy="nd63"';
    expect(metrics).toContain(`lienthong_case_processing_working_hours_count{${labels},on_time="true"} 1`);
    expect(metrics).toContain(`lienthong_cases_finished_total{${labels},status="completed"} 1`);
    expect(metrics).toContain(
      'lienthong_procedure_processing_working_hours_count{procedure="health-insurance-card",policy="nd63",on_time="true"} 1',
    );
    expect(metrics).not.toContain('procedure_group="death"');
    expect(metrics).toContain('lienthong_cases_without_owner 0');
  });
});

/** As it is after a journey as JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
