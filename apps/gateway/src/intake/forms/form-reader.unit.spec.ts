import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import * as fc from 'fast-check';
import { birthDossier, deathDossier } from '../../../test-support/dossiers';
import { BirthDossierForm } from './birth.forms';
import { DeathDossierForm } from './death.forms';
import { readForm, nulls } from './form-reader';

type Json = Record<string, unknown>;

const EXAMPLES = [
  { form: BirthDossierForm, example: birthDossier },
  { form: DeathDossierForm, example: deathDossier },
] as const;

/** All pointers into a JSON value, as paths. */
function paths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => paths(part, [...path, name]))].filter(
    ({ length }) => length > 0,
  );
}

function change(value: object, path: readonly string[], to: unknown): Json {
  const copy = structuredClone(value) as Json;
  const parent = path.slice(0, -1).reduce<Json>((at, name) => at[name] as Json, copy);
  const name = path.at(-1) ?? '';
  if (to === undefined) delete parent[name];
  else parent[name] = to;
  return copy;
}

const anything = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    ' ',
    '2026-02-29',
    '2026-11-11',
    '001090012345',
    '00004',
    '79',
    'VN',
    'birth',
    'approve',
    'vneid',
    'Hồ Thị É',
  ),
);

describe('readForm', () => {
  it.each(EXAMPLES)('takes the example of $form.name as it is', ({ form, example }) => {
    expect(readForm<object>(form, example())).toEqual({ ok: true, value: example() });
  });

  it.each([
    ['doubled and no-break spaces', 'Nguyễn\u00a0 Văn \u2009 An', 'Nguyễn Văn An'],
    ['apostrophes of any kind', 'H\u2019Mông \u02bcB\u00b4lưi \u2018Yang', "H'Mông 'B'lưi 'Yang"],
    ['letters in parts', 'Nguyễn Văn An'.normalize('NFD'), 'Nguyễn Văn An'],
    ['as many letters as a name may have, in parts', `${'Ễ'.repeat(100)}`.normalize('NFD'), 'Ễ'.repeat(100)],
  ])('keeps a name with %s in one spelling', (_, typed, kept) => {
    const reading = readForm<object>(BirthDossierForm, change(birthDossier(), ['child', 'fullName'], typed));
    expect(reading).toMatchObject({ ok: true, value: { child: { fullName: kept } } });
  });

  it('names the errors of what it has tidied', () => {
    const typed = 'Ễ'.repeat(101).normalize('NFD');
    expect(
      readForm<object>(BirthDossierForm, change(birthDossier(), ['child', 'fullName'], typed)),
    ).toMatchObject({
      ok: false,
      errors: [{ pointer: '/child/fullName', code: 'too-long' }],
    });
  });

  it('agrees with class-validator on every single change of the examples', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLES).chain(({ form, example }) =>
          fc.record({
            form: fc.constant(form),
            value: fc
              .tuple(fc.constantFrom(...paths(example())), anything)
              .map(([path, to]) => change(example(), path, to)),
          }),
        ),
        ({ form, value }) => {
          fc.pre(!hasInheritedKey(value));
          const errors = validateSync(plainToInstance<object, unknown>(form, value), {
            whitelist: true,
            forbidNonWhitelisted: true,
          });
          const reading = readForm<object>(form, value);
          expect(reading.ok).toBe(errors.length === 0);
          if (!reading.ok) expect(reading.errors.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('writes equal contents as equal texts', () => {
    const reversed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, part]) => [name, reversed(part)]),
          )
        : value;
    const one = readForm(BirthDossierForm, birthDossier());
    const other = readForm(BirthDossierForm, reversed(birthDossier()));
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  it('trims texts and brings them to Unicode form NFC', () => {
    const decomposed = change(
      birthDossier(),
      ['child', 'fullName'],
      ` ${'Nguyễn Minh Khôi'.normalize('NFD')} `,
    );
    expect(readForm(BirthDossierForm, decomposed)).toEqual({ ok: true, value: birthDossier() });
  });

  it('gives back plain data without a class, and nothing unset', () => {
    const reading = readForm<object>(DeathDossierForm, { ...deathDossier(), simulation: undefined });
    expect(reading.ok && Object.getPrototypeOf(reading.value)).toBe(Object.prototype);
    expect(reading.ok && 'simulation' in reading.value).toBe(false);
  });

  it('names every fault by its pointer, parents instead of children', () => {
    const value = {
      ...birthDossier(),
      foo: 1,
      child: [{}],
      procedures: ['birth-registration', 'x', 3],
      mother: { ...birthDossier().mother, fullName: 7 },
    };
    const reading = readForm(BirthDossierForm, value);
    expect(!reading.ok && reading.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/foo unknown-field',
      '/procedures/1 unknown-value',
      '/procedures/2 not-a-string',
      '/child not-an-object',
      '/mother/fullName not-a-string',
    ]);
  });
});

describe('nulls', () => {
  it('finds every null by its pointer', () => {
    expect(nulls({ child: { fullName: null, sex: 'male' }, mother: null }, '/data')).toEqual([
      { pointer: '/data/child/fullName', code: 'invalid-value' },
      { pointer: '/data/mother', code: 'invalid-value' },
    ]);
  });
});

/** The reader is given only what the JSON inspection let through. */
function hasInheritedKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, part]) => (!Array.isArray(value) && name in Object.prototype) || hasInheritedKey(part),
  );
}
