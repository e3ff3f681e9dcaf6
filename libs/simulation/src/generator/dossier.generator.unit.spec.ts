import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay, startOfDay, vietnamCalendar } from '@lienthong/calendar';
import { type BirthDossier, type DeathDossier } from '@lienthong/contracts';
import { createGeography, OFFICIAL_LISTS } from '@lienthong/geography';
import { matchesPerson, parseBirthNoticeNumber } from '@lienthong/numbers';
import { type GeneratedDossier, generateDossiers, type GeneratorOptions } from './dossier.generator';

const geography = createGeography(
  readFileSync(join(OFFICIAL_LISTS, 'provinces.csv'), 'utf8'),
  readFileSync(join(OFFICIAL_LISTS, 'communes.csv'), 'utf8'),
);
const DAY_MS = 86_400_000;

const options: GeneratorOptions = {
  seed: 63,
  births: 8_000,
  deaths: 2_000,
  from: '2024-01-01',
  to: '2024-12-31',
  geography,
  calendar: vietnamCalendar,
};

const generated = [...generateDossiers(options)];
const births = generated.filter(isBirth);
const deaths = generated.filter(isDeath);

function isBirth(one: GeneratedDossier): one is GeneratedDossier & { dossier: BirthDossier } {
  return one.dossier.procedureGroup === 'birth';
}

function isDeath(one: GeneratedDossier): one is GeneratedDossier & { dossier: DeathDossier } {
  return one.dossier.procedureGroup === 'death';
}

function share<T>(items: readonly T[], pick: (item: T) => boolean): number {
  return items.filter(pick).length / items.length;
}

describe('generateDossiers', () => {
  it('gives exactly as many as asked for, in the order of filing, within the days', () => {
    expect(births).toHaveLength(8_000);
    expect(deaths).toHaveLength(2_000);
    for (const [i, { submittedAt }] of generated.entries()) {
      expect(submittedAt).toBeGreaterThanOrEqual(
        i === 0 ? startOfDay('2024-01-01') : generated[i - 1]!.submittedAt,
      );
      expect(submittedAt).toBeLessThan(startOfDay('2025-01-01'));
    }
    expect(new Set(generated.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(10_000);
  });

  it('gives the same for the same seed and something else for another', () => {
    expect([...generateDossiers({ ...options, births: 200, deaths: 50 })]).toEqual([
      ...generateDossiers({ ...options, births: 200, deaths: 50 }),
    ]);
    const [one] = generateDossiers({ ...options, seed: 64 });
    expect(one).not.toEqual(generated[0]);
  });

  it('makes them one by one: the first of a hundred million comes at once', () => {
    const started = performance.now();
    const stream = generateDossiers({ ...options, births: 100_000_000 });
    expect(stream.next().done).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('refuses a period without days', () => {
    expect(() => generateDossiers({ ...options, from: '2024-02-02', to: '2024-02-01' }).next()).toThrow(
      RangeError,
    );
  });

  it('knows of some of the old only the year or the month of birth, and of nobody else', () => {
    const partly = deaths.filter(({ dossier }) => dossier.deceased.dateOfBirth.length < 10);
    expect(partly.length / deaths.length).toBeGreaterThan(0.01);
    expect(partly.length / deaths.length).toBeLessThan(0.06);
    const of = { 4: 'year', 7: 'month' } as const;
    for (const { dossier } of partly) {
      const { dateOfBirth, dateOfBirthPrecision } = dossier.deceased;
      expect(dateOfBirthPrecision).toBe(of[dateOfBirth.length as 4 | 7]);
      expect(Number(dateOfBirth.slice(0, 4))).toBeLessThan(1951);
    }
    for (const { dossier } of births)
      for (const person of [dossier.child, dossier.mother, dossier.father])
        expect(person?.dateOfBirth ?? '2000-01-01').toHaveLength(10);
  });

  it('knows the week: Mondays, weekends, and the day after Tết', () => {
    const byDay = new Map<string, number>();
    for (const { submittedAt } of generated) {
      byDay.set(isoDay(submittedAt), (byDay.get(isoDay(submittedAt)) ?? 0) + 1);
    }
    const mean = (days: readonly string[]): number =>
      days.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0) / days.length;
    const mondays = mean([
      '2024-03-04',
      '2024-03-11',
      '2024-03-18',
      '2024-06-03',
      '2024-06-10',
      '2024-06-17',
    ]);
    const fridays = mean([
      '2024-03-08',
      '2024-03-15',
      '2024-03-22',
      '2024-06-07',
      '2024-06-14',
      '2024-06-21',
    ]);
    const sundays = mean([
      '2024-03-03',
      '2024-03-10',
      '2024-03-17',
      '2024-06-02',
      '2024-06-09',
      '2024-06-16',
    ]);
    expect(mondays / fridays).toBeGreaterThan(1.15);
    expect(mondays / fridays).toBeLessThan(1.65);
    expect(sundays / fridays).toBeLessThan(0.3);
    // Thursday 15 February 2024 is the first working day after Tết.
    expect(mean(['2024-02-15'])).toBeGreaterThan(1.4 * mean(['2024-03-07', '2024-03-14', '2024-03-21']));
  });

  it('knows the day: most file from 9 to 11 and from 14 to 16', () => {
    const hour = ({ submittedAt }: GeneratedDossier): number =>
      Math.floor((submittedAt - startOfDay(isoDay(submittedAt))) / 3_600_000);
    const peaks = share(generated, (one) => [9, 10, 14, 15].includes(hour(one)));
    const lunch = share(generated, (one) => hour(one) === 12);
    expect(peaks).toBeGreaterThan(0.45);
    expect(lunch).toBeLessThan(0.06);
  });

  it('weighs provinces by population', () => {
    const total = geography.provinces.reduce((sum, { population }) => sum + population, 0);
    for (const code of ['79', '01', '12']) {
      const expected = (geography.province(code)?.population ?? 0) / total;
      const found = share(
        generated,
        ({ dossier }) => geography.provinceOfCommune(dossier.agencies.civilRegistry)?.code === code,
      );
      expect(Math.abs(found - expected)).toBeLessThan(0.012);
    }
  });

  it('names every birth notice once', () => {
    const notices = births.map(({ dossier }) => dossier.child.birthNoticeNumber ?? '');
    expect(new Set(notices).size).toBe(notices.length);
    expect(notices.filter((notice) => !parseBirthNoticeNumber(notice))).toEqual([]);
  });

  it('gives people ids that fit them', () => {
    for (const { dossier } of births) {
      const { mother, father } = dossier;
      expect(matchesPerson(mother!.personalId!, { sex: 'female', dateOfBirth: mother!.dateOfBirth! })).toBe(
        true,
      );
      if (father) {
        expect(matchesPerson(father.personalId!, { sex: 'male', dateOfBirth: father.dateOfBirth! })).toBe(
          true,
        );
      }
    }
    for (const { deceased } of deaths.map(({ dossier }) => dossier)) {
      expect(matchesPerson(deceased.personalId, deceased)).toBe(true);
    }
  });

  it('keeps the order of birth, death and filing; some register late', () => {
    const age = ({ submittedAt, dossier }: (typeof births)[number]): number =>
      (startOfDay(isoDay(submittedAt)) - startOfDay(dossier.child.dateOfBirth)) / DAY_MS;
    expect(births.every((one) => age(one) >= 0 && age(one) < 6 * 365)).toBe(true);
    const late = share(births, (one) => age(one) > 60);
    expect(late).toBeGreaterThan(0.025);
    expect(late).toBeLessThan(0.055);
    for (const { submittedAt, dossier } of deaths) {
      const day = dossier.death.occurredAt.slice(0, 10);
      expect(day <= isoDay(submittedAt)).toBe(true);
      expect(dossier.deceased.dateOfBirth < day).toBe(true);
      expect(dossier.death.notice!.issuedOn >= day).toBe(true);
      expect(dossier.death.notice!.issuedOn <= isoDay(submittedAt)).toBe(true);
    }
  });

  it('chooses procedures as applicants do, and gives each what it needs', () => {
    expect(share(births, ({ dossier }) => dossier.procedures.length === 3)).toBeCloseTo(0.88, 1);
    const counts = new Set(deaths.map(({ dossier }) => dossier.procedures.length));
    expect(counts).toEqual(new Set([2, 3, 4]));
    for (const { dossier } of births) {
      expect(dossier.residence !== undefined).toBe(dossier.procedures.includes('permanent-residence'));
      expect(dossier.agencies.healthInsurance !== undefined).toBe(
        dossier.procedures.includes('health-insurance-card'),
      );
    }
    for (const { dossier } of deaths) {
      expect(dossier.benefits !== undefined).toBe(dossier.procedures.length > 2);
      expect(dossier.procedures[0]).toBe('death-registration');
    }
  });

  it('writes Vietnamese in its composed form', () => {
    const text = JSON.stringify(generated.slice(0, 2_000));
    expect(text.normalize('NFC')).toBe(text);
  });
});
