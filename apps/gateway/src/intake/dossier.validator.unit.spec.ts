import * as fc from 'fast-check';
import { vietnamCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { type ClockKind } from '@lienthong/clock';
import { inspectJson, loadGeography, Problem } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';
import { birthDossier, deathDossier, FILED_AT } from '../../test-support/dossiers';
import { DossierValidator } from './dossier.validator';

const geography = loadGeography();

function validator(kind: ClockKind = 'virtual', now = FILED_AT): DossierValidator {
  return new DossierValidator({ kind, now: () => now }, geography);
}

function faults(value: unknown, at = FILED_AT, kind: ClockKind = 'virtual'): readonly string[] {
  try {
    validator(kind, at).validate(value);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return (error.init.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

const at = (iso: string): number => Date.parse(`${iso}+07:00`);

describe('DossierValidator', () => {
  it('takes both examples', () => {
    expect(validator().validate(birthDossier())).toEqual({ dossier: birthDossier(), submittedAt: FILED_AT });
    expect(validator().validate(deathDossier())).toEqual({ dossier: deathDossier(), submittedAt: FILED_AT });
  });

  it('takes every dossier that the simulation makes', () => {
    const days = { from: '2023-07-10', to: '2026-10-31' };
    let count = 0;
    for (const { dossier, submittedAt } of generateDossiers({
      seed: 7,
      births: 800,
      deaths: 400,
      ...days,
      geography,
      calendar: vietnamCalendar,
    })) {
      expect(inspectJson(dossier).errors).toEqual([]);
      expect(validator('virtual', submittedAt).validate(dossier).submittedAt).toBe(submittedAt);
      count++;
    }
    expect(count).toBe(1_200);
  });

  it('takes or refuses whatever a JSON body may hold, and does nothing else', () => {
    const examples = [birthDossier(), deathDossier()].map(
      (dossier) => dossier as unknown as Record<string, unknown>,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.dictionary(fc.constantFrom(...examples.flatMap(Object.keys), 'x'), fc.jsonValue({ maxDepth: 3 }), {
          maxKeys: 4,
        }),
        fc.option(fc.jsonValue({ maxDepth: 3 })),
        (example, changes, instead) => {
          const value: unknown = instead ?? { ...example, ...changes };
          fc.pre(inspectJson(value).errors.length === 0);
          expect(() => faults(value)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lets a child in until the day before its sixth birthday', () => {
    const born = (dateOfBirth: string): Dossier => {
      const { birthNoticeNumber: _none, ...child } = birthDossier().child;
      return { ...birthDossier(), child: { ...child, dateOfBirth } };
    };
    expect(faults(born('2020-11-17'))).toEqual([]);
    expect(faults(born('2020-11-16'))).toEqual(['/child/dateOfBirth child-not-under-six']);
    expect(faults(born('2026-11-16'))).toEqual([]);
    expect(faults(born('2026-11-17'))).toEqual(['/child/dateOfBirth after-filing']);
  });

  it('judges days in Vietnamese time', () => {
    const child = { ...birthDossier().child, dateOfBirth: '2026-11-17' };
    expect(faults({ ...birthDossier(), child }, at('2026-11-16T23:59:59'))).toEqual([
      '/child/dateOfBirth after-filing',
    ]);
    expect(faults({ ...birthDossier(), child }, at('2026-11-17T00:00:00'))).toEqual([]);
  });

  it('takes free birth notice numbers of before 1/10/2025', () => {
    const child = (dateOfBirth: string): Dossier => ({
      ...birthDossier(),
      child: { ...birthDossier().child, dateOfBirth, birthNoticeNumber: '123/GCS-BV' },
    });
    expect(faults(child('2025-09-30'))).toEqual([]);
    expect(faults(child('2025-10-01'))).toEqual(['/child/birthNoticeNumber not-a-birth-notice-number']);
  });

  it.each([
    ['both-parents-known', ['mother', 'father']],
    ['mother-unknown', ['father']],
    ['father-unknown', ['mother']],
    ['both-parents-unknown', []],
    ['abandoned', []],
  ])('birth case %s declares %j', (birthCase, parents) => {
    const { mother, father, ...rest } = birthDossier();
    const dossier = {
      ...rest,
      child: { ...rest.child, birthCase },
      ...(parents.includes('mother') ? { mother } : {}),
      ...(parents.includes('father') ? { father } : {}),
    };
    expect(faults(dossier)).toEqual([]);
  });

  it.each([
    ['2026', 'year', []],
    ['2026-11', 'month', []],
    ['2026-11-16', 'day', []],
    ['2026-11-16T09:00', 'minute', []],
    ['2026-11-16T09:01', 'minute', ['/death/occurredAt after-filing']],
    ['2026-12', 'month', ['/death/occurredAt after-filing']],
    ['1945', 'year', []],
    ['1945-01', 'month', []],
    ['1945-01-08', 'day', ['/death/occurredAt before-birth']],
    ['1944', 'year', ['/death/occurredAt before-birth']],
    ['2026-11', 'day', ['/death/occurredAt precision-mismatch']],
  ] as const)('a death at %s, known to the %s', (occurredAt, precision, expected) => {
    const { notice: _none, ...death } = deathDossier().death;
    expect(faults({ ...deathDossier(), death: { ...death, occurredAt, precision } })).toEqual(expected);
  });

  it.each(['1945', '1945-01', '1945-01-09'])(
    'takes a deceased who was born in %s, with or without a word on it',
    (dateOfBirth) => {
      const dossier = deathDossier();
      const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[dateOfBirth.length]!;
      const deceased = { ...dossier.deceased, dateOfBirth };
      expect(faults({ ...dossier, deceased })).toEqual([]);
      expect(faults({ ...dossier, deceased: { ...deceased, dateOfBirthPrecision: precision } })).toEqual([]);
      const contradiction = { ...deceased, dateOfBirthPrecision: precision === 'day' ? 'year' : 'day' };
      expect(faults({ ...dossier, deceased: contradiction })).toEqual([
        '/deceased/dateOfBirth precision-mismatch',
      ]);
    },
  );

  it('takes an id of another year where only the year or month of birth is known: an officer looks at it', () => {
    const dossier = deathDossier();
    const born = (dateOfBirth: string): unknown => ({
      ...dossier,
      deceased: { ...dossier.deceased, dateOfBirth },
    });
    expect(faults(born('1935'))).toEqual([]);
    expect(faults(born('1935-06-01'))).toEqual(['/deceased/personalId personal-id-of-other-birth-year']);
  });

  it('writes a people as the official list does', () => {
    const dossier = birthDossier();
    const read = validator().validate({ ...dossier, child: { ...dossier.child, ethnicity: " h'mông" } });
    expect((read.dossier as typeof dossier).child.ethnicity).toBe('Mông');
  });

  it.each(['abandoned', 'both-parents-unknown'])('takes an unknown ethnicity in the case %s', (birthCase) => {
    const { mother: _mother, father: _father, ...rest } = birthDossier();
    expect(faults({ ...rest, child: { ...rest.child, birthCase, ethnicity: 'Không xác định' } })).toEqual([]);
  });

  it('names the right office', () => {
    const { agencies, ...rest } = birthDossier();
    try {
      validator().validate({ ...rest, agencies: { ...agencies, residency: '26740', healthInsurance: '79' } });
      throw new Error('was taken');
    } catch (error) {
      expect((error as Problem).init.errors).toEqual([
        {
          pointer: '/agencies/residency',
          code: 'office-not-of-address',
          params: { office: '00004 (Phường Ba Đình)' },
        },
        {
          pointer: '/agencies/healthInsurance',
          code: 'office-not-of-address',
          params: { office: expect.stringContaining('01 (') as string },
        },
      ]);
    }
  });

  it('needs the parts of the chosen procedures only', () => {
    const { benefits: _none, ...rest } = deathDossier();
    expect(
      faults({
        ...rest,
        procedures: ['death-registration', 'residence-deletion'],
        agencies: { civilRegistry: '00004', residency: '00004' },
      }),
    ).toEqual([]);
  });

  it('lets only a simulation date a dossier, and not ahead of its clock', () => {
    const dated = { ...birthDossier(), submittedAt: '2026-11-15T10:00:00+07:00' };
    expect(validator('scaled').validate(dated).submittedAt).toBe(at('2026-11-15T10:00'));
    expect(faults(dated, FILED_AT, 'system')).toEqual(['/submittedAt simulation-clock-only']);
    expect(faults(dated, at('2026-11-15T09:59:59'))).toEqual(['/submittedAt in-the-future']);
  });

  it('reports all broken rules at once', () => {
    const { residence: _r, ...rest } = birthDossier();
    const dossier = {
      ...rest,
      procedures: ['permanent-residence'],
      child: { ...rest.child, nationality: 'FR' },
    };
    expect(faults(dossier)).toEqual([
      '/procedures registration-missing',
      '/residence needed-by-procedure',
      '/child/nationality foreign-element',
    ]);
  });
});
