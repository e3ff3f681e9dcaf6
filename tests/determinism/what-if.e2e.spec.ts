import { vietnamCalendar } from '@lienthong/calendar';
import { type Dossier, type SegmentKind } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { createRates, expectedEnd, generateDossiers, ratesFor } from '@lienthong/simulation';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { TestSystem } from '../support/test-system';
import { type History, historiesOf } from './histories';

const SEED = 63;
const HOUR_MS = 3_600_000;
const REST_MS = 150 * 24 * HOUR_MS;

interface Run {
  readonly histories: ReadonlyMap<string, History>;
  readonly filed: ReadonlyMap<string, Dossier>;
}

/** Two days' dossiers of a country with few officers, to their ends; closed and opened again after some filings. */
async function run(args: readonly string[], cuts: ReadonlySet<number> = new Set()): Promise<Run> {
  const system = await TestSystem.open({}, args);
  const filed = new Map<string, Dossier>();
  const generated = generateDossiers({
    seed: SEED,
    births: 200,
    deaths: 50,
    from: '2026-11-16',
    to: '2026-11-17',
    geography: loadGeography(),
    calendar: vietnamCalendar,
  });
  let count = 0;
  for (const { idempotencyKey, dossier, submittedAt } of generated) {
    const { time, clock } = system.runtime;
    if (submittedAt > clock.now()) await time.advanceTo(submittedAt);
    const { dossierNumber } = await system
      .get(IntakeService)
      .submitPlain(idempotencyKey, dossier, submittedAt, { simulatedApplicant: true });
    filed.set(dossierNumber, dossier);
    if (cuts.has(++count)) await system.reopen();
  }
  const { time, clock } = system.runtime;
  await time.advanceTo(clock.now() + 12 * HOUR_MS);
  if (cuts.size > 0) await system.reopen();
  await system.advanceTo(system.clock.now() + REST_MS);
  const histories = await historiesOf(system.standalone);
  await system.close();
  return { histories, filed };
}

/** Office hours that cases were held by `kind`, over all agencies. */
function hours({ histories }: Run, kind: SegmentKind): number {
  let ms = 0;
  for (const { processingTime } of histories.values())
    for (const segment of processingTime?.segments ?? [])
      if (segment.kind === kind) ms += vietnamCalendar.workingMs(segment.from, segment.to);
  return ms / HOUR_MS;
}

function ends({ histories }: Run): ReadonlyMap<string, unknown> {
  return new Map(
    [...histories].map(([number, { view }]) => [
      number,
      [view.status, ...view.procedures.map(({ procedure, status }) => [procedure, status])],
    ]),
  );
}

function onTime({ histories }: Run): number {
  return [...histories.values()].filter(({ processingTime }) => processingTime?.total.onTime).length;
}

describe('what if', () => {
  let usual: Run;
  let few: Run;

  beforeAll(async () => {
    usual = await run([]);
    few = await run(['--officers', '1']);
  }, 120_000);

  it('there are officers enough: every history is as without a limit, to the millisecond', async () => {
    expect((await run(['--officers', '10000'])).histories).toEqual(usual.histories);
  }, 60_000);

  it('there are few officers: cases wait in queues, and end as they would have', () => {
    expect(few.histories.size).toBe(few.filed.size);
    expect(ends(few)).toEqual(ends(usual));
    for (const [number, dossier] of few.filed) {
      const expected = expectedEnd(dossier, number, SEED, ratesFor('nd63'), { applicant: 'simulated' });
      expect(few.histories.get(number)?.view.status).toBe(expected.status);
    }
    expect(hours(usual, 'queue')).toBe(0);
    expect(hours(few, 'queue')).toBeGreaterThan(5);
    expect(hours(few, 'agency') / hours(usual, 'agency')).toBeCloseTo(1, 2);
  });

  it('there are few officers and the run is cut off twice: nothing comes of it', async () => {
    expect((await run(['--officers', '1'], new Set([60, 180]))).histories).toEqual(few.histories);
  }, 60_000);

  it('more is refused, and more supplements are never answered: every case ends as the model says by the same rates', async () => {
    const text = 'supplement=0.4,refusal=0.1,ignoredSupplement=0.5';
    const rates = createRates({ supplement: 0.4, refusal: 0.1, ignoredSupplement: 0.5 })('nd63');
    const other = await run(['--rates', text]);
    for (const [number, dossier] of other.filed) {
      const expected = expectedEnd(dossier, number, SEED, rates, { applicant: 'simulated' });
      expect(other.histories.get(number)?.view.status).toBe(expected.status);
    }
    expect(ends(other)).not.toEqual(ends(usual));
  }, 60_000);

  it('the registry is away for a day: cases are late, and end as they would have', async () => {
    const away = await run(['--outage', 'civil-registry@2026-11-16T09:00/P1D']);
    expect(ends(away)).toEqual(ends(usual));
    expect(onTime(away)).toBeLessThan(onTime(usual));
    for (const { timeline } of away.histories.values())
      for (const { at, type } of timeline ?? [])
        if (type === 'birth.registered' || type === 'death.registered')
          expect(
            at <= Date.parse('2026-11-16T09:00+07:00') || at > Date.parse('2026-11-17T09:00+07:00'),
          ).toBe(true);
  }, 60_000);
});
