import { vietnamCalendar } from '@lienthong/calendar';
import { MONDAY_AT_NINE, SAMPLE_CERTIFICATE, sampleBirth } from '../../../libs/agency/test-support';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { ResidencyModule } from './residency.module';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let service: ServiceBench;

afterEach(() => service.close());

interface Report {
  readonly outcome: string;
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly decidedAt: number;
}

function numbered(n: number): string {
  return `G22.99.08-20261116-${String(n).padStart(7, '0')}`;
}

async function request(n: number, now: number, office = '00004'): Promise<void> {
  const data = {
    attempt: 1,
    procedures: ['permanent-residence'],
    office,
    policy: 'nd63',
    dossier: sampleBirth({ simulation: {} }),
    dueAt: MONDAY_AT_NINE + 24 * HOUR,
    certificate: SAMPLE_CERTIFICATE,
    personalId: '001226000001',
  };
  await service.deliver('residency.commands', 'vn.lienthong.work.requested.v1', numbered(n), data, now);
}

/** Lets everything be worked and answers with the reports by dossier number, in order of the numbers. */
async function reports(): Promise<readonly (readonly [subject: string, report: Report])[]> {
  while (await service.fireNext());
  return service.reported
    .map(({ subject, data }) => [subject, data as Report] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

async function run(
  env: NodeJS.ProcessEnv,
  work: () => Promise<void>,
): Promise<Awaited<ReturnType<typeof reports>>> {
  service = await ServiceBench.open(ResidencyModule, 'residency.events', env);
  await work();
  return reports();
}

async function eightAtOnce(): Promise<void> {
  for (let n = 1; n <= 8; n++) await request(n, MONDAY_AT_NINE);
}

describe('the residency service with its officers counted', () => {
  it('lets work wait for the officers of its office, and shows that as queue', async () => {
    const one = await run({ OFFICERS: 'residency=1' }, async () => {
      await eightAtOnce();
      await request(9, MONDAY_AT_NINE, '00008');
    });
    expect(one.map(([subject]) => subject)).toEqual(Array.from({ length: 9 }, (_, i) => numbered(i + 1)));
    const waits = one.map(([, { receivedAt, startedAt }]) =>
      vietnamCalendar.workingMs(receivedAt, startedAt),
    );
    expect(waits[0]).toBe(0);
    for (let i = 1; i < 8; i++) {
      const handsOn = (waits[i] ?? NaN) - (waits[i - 1] ?? NaN);
      expect(handsOn).toBeGreaterThanOrEqual(15 * MINUTE);
      expect(handsOn).toBeLessThanOrEqual(30 * MINUTE);
    }
    expect(waits[8]).toBe(0);
  });

  it('reports as without a limit where there are officers enough', async () => {
    const enough = await run({ OFFICERS: '8' }, eightAtOnce);
    await service.close();
    expect(enough).toEqual(await run({}, eightAtOnce));
  });

  it('keeps the order of an office whose work is stopped in between', async () => {
    service = await ServiceBench.open(ResidencyModule, 'residency.events', { OFFICERS: '1' });
    for (let n = 1; n <= 3; n++) await request(n, MONDAY_AT_NINE + n);
    const now = MONDAY_AT_NINE + MINUTE / 2;
    const reason = { code: 'withdrawn', vi: 'Rút hồ sơ', en: 'Withdrawn' };
    await service.deliver('residency.commands', 'vn.lienthong.stop.ordered.v1', numbered(2), { reason }, now);
    const [first, second, third] = (await reports()).map(([, report]) => report);
    expect(second).toMatchObject({ outcome: 'stopped', startedAt: now, decidedAt: now });
    expect(first?.startedAt).toBe(MONDAY_AT_NINE + 1);
    const wait = vietnamCalendar.workingMs(MONDAY_AT_NINE + 1, third?.startedAt ?? NaN);
    expect(wait).toBeGreaterThanOrEqual(15 * MINUTE);
    expect(wait).toBeLessThanOrEqual(30 * MINUTE);
  });

  it('shows what waits as queued, for the simulation to decide', async () => {
    service = await ServiceBench.open(ResidencyModule, 'residency.events', { OFFICERS: '1' });
    await request(1, MONDAY_AT_NINE);
    await request(2, MONDAY_AT_NINE);
    await service.fireNext();
    const url = '/v1/agencies/residency/work-items';
    const { body } = await service.http('GET', `${url}?office=00004`);
    expect(body['items']).toMatchObject([{ status: 'working' }, { status: 'queued' }]);
    const { status } = await service.http('POST', `${url}/${numbered(2)}/decision`, { decision: 'approve' });
    expect(status).toBe(409);
  });
});

describe('the residency service in an outage', () => {
  it('decides later by the working time that is lost, and nothing else', async () => {
    const usual = await run({}, () => request(1, MONDAY_AT_NINE));
    await service.close();
    const outage = 'residency@2026-11-16T10:00/PT90M,health-insurance@2026-11-16T07:30/P30D';
    const later = await run({ OUTAGES: outage }, () => request(1, MONDAY_AT_NINE));
    const { decidedAt = NaN, ...rest } = later[0]?.[1] ?? {};
    expect(usual[0]?.[1]).toMatchObject(rest);
    expect(vietnamCalendar.workingMs(usual[0]?.[1].decidedAt ?? NaN, decidedAt)).toBe(90 * MINUTE);
  });
});

describe('the residency service with other rates', () => {
  it('draws by them', async () => {
    const env = { RATES: 'refusal=1,supplement=0,verification=0' };
    service = await ServiceBench.open(ResidencyModule, 'residency.events', env);
    const { simulation: _script, ...dossier } = sampleBirth();
    const data = {
      attempt: 1,
      procedures: ['permanent-residence'],
      office: '00004',
      policy: 'moj-report',
      dossier,
      dueAt: 0,
    };
    await service.deliver(
      'residency.commands',
      'vn.lienthong.work.requested.v1',
      numbered(1),
      data,
      MONDAY_AT_NINE,
    );
    expect(await reports()).toMatchObject([[numbered(1), { outcome: 'refused' }]]);
  });
});
