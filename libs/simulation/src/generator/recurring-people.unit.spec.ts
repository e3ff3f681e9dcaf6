import { startOfDay, vietnamCalendar } from '@lienthong/calendar';
import { type BirthDossier, type DeathDossier, type Person } from '@lienthong/contracts';
import { createGeography, OFFICIAL_LISTS, survivingProvince } from '@lienthong/geography';
import { matchesPerson } from '@lienthong/numbers';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GeneratedDossier, generateDossiers, type GeneratorOptions } from './dossier.generator';

const DAY_MS = 86_400_000;

/** As many deaths as births, so that families of this run are met often. */
const options: GeneratorOptions = {
  seed: 2024,
  births: 20_000,
  deaths: 20_000,
  from: '2023-07-10',
  to: '2024-10-31',
  geography: createGeography(
    readFileSync(join(OFFICIAL_LISTS, 'provinces.csv'), 'utf8'),
    readFileSync(join(OFFICIAL_LISTS, 'communes.csv'), 'utf8'),
  ),
  calendar: vietnamCalendar,
};

type Birth = Omit<GeneratedDossier, 'dossier'> & { readonly dossier: BirthDossier };
type Death = Omit<GeneratedDossier, 'dossier'> & { readonly dossier: DeathDossier };

const generated = [...generateDossiers(options)];
const births = generated.filter((one): one is Birth => one.dossier.procedureGroup === 'birth');
const deaths = generated.filter((one): one is Death => one.dossier.procedureGroup === 'death');
const birthByKey = new Map(births.map((one) => [one.idempotencyKey, one]));
const deathById = new Map(deaths.map((one) => [one.dossier.deceased.personalId, one]));

function bornOn({ dossier }: Birth): number {
  return startOfDay(dossier.child.dateOfBirth);
}

function diedOn({ dossier }: Death): number {
  return startOfDay(dossier.death.occurredAt.slice(0, 10));
}

function byMother(): Map<string, Birth[]> {
  const families = new Map<string, Birth[]>();
  for (const birth of births) {
    const id = birth.dossier.mother!.personalId!;
    families.set(id, [...(families.get(id) ?? []), birth]);
  }
  return families;
}

describe('parents', () => {
  const families = [...byMother().values()].filter(({ length }) => length > 1);

  it('come again with twins and with later children, never sooner than ten months', () => {
    const days = families.flatMap((family) =>
      family.slice(1).map((birth, i) => (bornOn(birth) - bornOn(family[i]!)) / DAY_MS),
    );
    expect(days.filter((distance) => distance === 0).length).toBeGreaterThan(150);
    expect(days.filter((distance) => distance >= 304).length).toBeGreaterThan(30);
    expect(days.filter((distance) => distance !== 0 && distance < 304)).toEqual([]);
  });

  it('are the same two people, mostly at the same address', () => {
    let moved = 0;
    for (const [first, ...later] of families) {
      for (const { dossier } of later) {
        const { mother, father } = first!.dossier;
        expect(withoutResidence(dossier.mother)).toEqual(withoutResidence(mother));
        expect(withoutResidence(dossier.father)).toEqual(withoutResidence(father));
        if (dossier.agencies.civilRegistry !== first!.dossier.agencies.civilRegistry) moved++;
      }
    }
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(families.length / 10);
  });

  it('of twins have the notices of one hospital', () => {
    const facility = ({ dossier }: Birth): string | undefined => dossier.child.placeOfBirth.detail;
    for (const [first, second] of families) {
      if (bornOn(first!) === bornOn(second!)) expect(facility(second!)).toBe(facility(first!));
    }
  });
});

function withoutResidence(person: Person | undefined): Omit<Person, 'residence'> | undefined {
  if (!person) return undefined;
  const { residence: _residence, ...rest } = person;
  return rest;
}

describe('personal ids', () => {
  it('are nobody else’s', () => {
    const names = new Map<string, string>();
    const people = generated.flatMap(({ dossier }): readonly Person[] =>
      dossier.procedureGroup === 'birth'
        ? [dossier.applicant, ...[dossier.mother, dossier.father].filter((one) => one !== undefined)]
        : [dossier.applicant, dossier.deceased],
    );
    for (const { personalId = '', fullName } of people) {
      expect(names.get(personalId) ?? fullName).toBe(fullName);
      names.set(personalId, fullName);
    }
  });
});

describe('the dead', () => {
  it('die once', () => {
    expect(deathById.size).toBe(deaths.length);
  });

  it('file nothing any more, and what they had filed has long been decided', () => {
    let former = 0;
    for (const { dossier, submittedAt } of generated) {
      const death = deathById.get(dossier.applicant.personalId);
      if (!death) continue;
      former++;
      expect(diedOn(death)).toBeGreaterThan(submittedAt - DAY_MS);
      expect(death.submittedAt - submittedAt).toBeGreaterThanOrEqual(120 * DAY_MS);
    }
    expect(former).toBeGreaterThan(20);
  });

  it('have no more children', () => {
    let orphans = 0;
    for (const birth of births) {
      for (const parent of [birth.dossier.mother, birth.dossier.father]) {
        const death = deathById.get(parent?.personalId ?? '');
        if (!death) continue;
        orphans++;
        expect(bornOn(birth)).toBeLessThanOrEqual(diedOn(death));
      }
    }
    expect(orphans).toBeGreaterThan(40);
  });

  it('leave the family members of the birth dossier to file', () => {
    const grandparents = new Set<string>();
    const relationships = new Map<string, number>();
    for (const { dossier } of births) {
      const { applicant, mother, father } = dossier;
      if (applicant.relationship.startsWith('grand')) grandparents.add(applicant.personalId);
      for (const id of [applicant.personalId, mother?.personalId, father?.personalId]) {
        const death = deathById.get(id ?? '');
        if (!death) continue;
        const filed = death.dossier.applicant;
        expect([mother?.personalId, father?.personalId]).toContain(filed.personalId);
        relationships.set(filed.relationship, (relationships.get(filed.relationship) ?? 0) + 1);
        expect(filed.relationship).toBe(grandparents.has(id ?? '') ? 'child' : 'spouse');
      }
    }
    expect(relationships.get('spouse')).toBeGreaterThan(40);
    expect(relationships.get('child')).toBeGreaterThan(0);
  });

  it('never filed where filing times are not kept', () => {
    const applicants = new Set<string>();
    let parentsDied = 0;
    const parents = new Set<string | undefined>();
    for (const { dossier } of generateDossiers({ ...options, applicantsDie: false })) {
      if (dossier.procedureGroup === 'death') {
        expect(applicants.has(dossier.deceased.personalId)).toBe(false);
        if (parents.has(dossier.deceased.personalId)) parentsDied++;
      } else parents.add(dossier.mother?.personalId).add(dossier.father?.personalId);
      applicants.add(dossier.applicant.personalId);
    }
    expect(parentsDied).toBeGreaterThan(20);
  });
});

describe('children of this run that die', () => {
  const children = deaths.filter(({ birth }) => birth);

  it('are those that their birth dossiers name, and live where residence was asked for', () => {
    expect(children.length).toBeGreaterThan(100);
    for (const { birth, dossier, submittedAt } of children) {
      const earlier = birthByKey.get(birth!.idempotencyKey)!;
      const { fullName, dateOfBirth, sex, ethnicity } = earlier.dossier.child;
      expect(dossier.deceased).toMatchObject({ fullName, dateOfBirth, sex, ethnicity });
      expect(earlier.dossier.procedures).toContain('permanent-residence');
      expect([earlier.dossier.mother?.personalId, earlier.dossier.father?.personalId]).toContain(
        dossier.applicant.personalId,
      );
      expect(submittedAt - earlier.submittedAt).toBeGreaterThanOrEqual(30 * DAY_MS);
    }
    expect(new Set(children.map(({ birth }) => birth!.idempotencyKey)).size).toBe(children.length);
  });

  it('are named by numbers that fit them and that the registry gives to nobody', () => {
    for (const { deceased } of children.map(({ dossier }) => dossier)) {
      expect(matchesPerson(deceased.personalId, deceased)).toBe(true);
      const province = deceased.personalId.slice(1, 3);
      expect(survivingProvince(province)).not.toBe(province);
    }
  });
});
