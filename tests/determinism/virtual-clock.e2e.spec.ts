import { vietnamCalendar } from '@lienthong/calendar';
import { type Dossier, POLICY_IDS } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { expectedEnd, type GeneratedDossier, generateDossiers, ratesFor } from '@lienthong/simulation';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { TestSystem } from '../support/test-system';
import { type History, historiesOf } from './histories';

const SAMPLE = 300;
const SEED = 63;
/** Long enough for the slowest case: a supplement window, the longest limit, a late decision. */
const REST_MS = 120 * 86_400_000;

type Histories = ReadonlyMap<string, History>;

/** The whole life of a sample of dossiers in a fresh directory; cut off and opened again after so many filings. */
async function sampleRun(
  seed: number,
  cuts: readonly number[] = [],
  filed?: Map<string, Dossier>,
): Promise<Histories> {
  const system = await TestSystem.open({}, ['--sample', String(SAMPLE), '--seed', String(seed)]);
  system.runtime.embedded.log.onAppend(({ type, subject, data }, topic) => {
    if (topic !== 'dossier.events' || type !== 'vn.lienthong.dossier.submitted.v1') return;
    filed?.set(subject, (data as { readonly dossier: Dossier }).dossier);
  });
  for (const cut of cuts) await cutReplay(system, cut);
  await system.standalone.replaySample(() => undefined);
  const { time, clock } = system.runtime;
  await time.advanceTo(clock.now() + REST_MS);
  const histories = await historiesOf(system.standalone);
  await system.close();
  return histories;
}

async function cutReplay(system: TestSystem, cut: number): Promise<void> {
  let reopened: Promise<void> | undefined;
  let reached = 0;
  await system.standalone.replaySample((filed) => {
    reached = filed;
    if (filed === cut) reopened = system.reopen();
  });
  await reopened;
  // The cut was one: the replay has not gone on to its end meanwhile.
  expect(reached).toBeLessThan(SAMPLE);
}

function sampleDossiers(count: number, seed: number): readonly GeneratedDossier[] {
  const births = Math.round(count * 0.8);
  return [
    ...generateDossiers({
      seed,
      births,
      deaths: count - births,
      from: '2026-11-16',
      to: '2026-12-15',
      geography: loadGeography(),
      calendar: vietnamCalendar,
    }),
  ];
}

/** Cases that did not end as {@link expectedEnd} says, each with what it is and what it should be. */
function unexpected(
  histories: Histories,
  cases: Iterable<readonly [dossierNumber: string, dossier: Dossier]>,
  applicant: 'simulated' | 'none',
  seed = SEED,
): readonly unknown[] {
  const faults: unknown[] = [];
  for (const [number, dossier] of cases) {
    const view = histories.get(number)?.view;
    const rates = ratesFor(view?.policy ?? 'nd63');
    const { status, agencies } = expectedEnd(dossier, number, seed, rates, { applicant });
    const actual = Object.fromEntries(view?.procedures.map((one) => [one.agency, one.status]) ?? []);
    // Where the end depends on time the model leaves an agency out.
    const known = Object.fromEntries(Object.keys(agencies).map((agency) => [agency, actual[agency]]));
    if (view?.status !== status || JSON.stringify(sorted(known)) !== JSON.stringify(sorted(agencies))) {
      faults.push({ number, is: { status: view?.status, agencies: known }, shouldBe: { status, agencies } });
    }
  }
  return faults;
}

function sorted(record: object): readonly unknown[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('time that stands still between events', () => {
  const filed = new Map<string, Dossier>();
  let reference: Histories;

  beforeAll(async () => (reference = await sampleRun(SEED, [], filed)), 60_000);

  it('gives every case its end, and an account of every millisecond until then', () => {
    expect(reference.size).toBe(SAMPLE);
    for (const { view, processingTime } of reference.values()) {
      expect(processingTime?.total.calendarMs).toBe((view.finishedAt ?? NaN) - view.submittedAt);
    }
    const statuses = new Set([...reference.values()].map(({ view }) => view.status));
    expect(statuses.size).toBeGreaterThan(2);
  });

  it('repeats a seeded run to the millisecond: timelines, results and processing times', async () => {
    expect(await sampleRun(SEED)).toEqual(reference);
  }, 60_000);

  it('gives another run for another seed', async () => {
    const other = await sampleRun(SEED + 1);
    expect(other.size).toBe(SAMPLE);
    const decisions = (histories: Histories): string =>
      JSON.stringify([...histories.values()].map(({ processingTime }) => processingTime));
    expect(decisions(other)).not.toBe(decisions(reference));
  }, 60_000);

  it('makes nothing of having been stopped and opened again in between', async () => {
    expect(await sampleRun(SEED, [1, 150, 299])).toEqual(reference);
  }, 60_000);

  it('ends every case of the sample as the model says beforehand', () => {
    expect(filed.size).toBe(SAMPLE);
    expect(unexpected(reference, filed, 'simulated')).toEqual([]);
  });

  it.each(POLICY_IDS)(
    'ends further cases as the model says beforehand, under %s',
    async (policy) => {
      const system = await TestSystem.open({}, ['--policy', policy]);
      const intake = system.get(IntakeService);
      const { time, clock } = system.runtime;
      const further = { simulated: new Map<string, Dossier>(), none: new Map<string, Dossier>() };
      const generated = sampleDossiers(175, 1 + POLICY_IDS.indexOf(policy));
      for (const [i, { idempotencyKey, dossier, submittedAt }] of generated.entries()) {
        if (submittedAt > clock.now()) await time.advanceTo(submittedAt);
        // Every other applicant is nobody's simulation: their supplement windows run out.
        const simulatedApplicant = i % 2 === 0;
        const { dossierNumber } = await intake.submitPlain(idempotencyKey, dossier, submittedAt, {
          simulatedApplicant,
        });
        further[simulatedApplicant ? 'simulated' : 'none'].set(dossierNumber, dossier);
      }
      await time.advanceTo(clock.now() + REST_MS);
      const histories = await historiesOf(system.standalone);
      await system.close();
      expect(histories.size).toBe(generated.length);
      for (const { view } of histories.values()) expect(view.policy).toBe(policy);
      expect(unexpected(histories, further.simulated, 'simulated')).toEqual([]);
      expect(unexpected(histories, further.none, 'none')).toEqual([]);
    },
    60_000,
  );
});
