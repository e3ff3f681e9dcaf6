import * as fc from 'fast-check';
import { CORRECTABLE_FIELDS, type Dossier } from '@lienthong/contracts';
import { loadGeography, Problem } from '@lienthong/platform';
import { mergeSupplement } from '@lienthong/procedures';
import { birthDossier, deathDossier, FILED_AT } from '../../test-support/dossiers';
import { DossierValidator } from '../intake/dossier.validator';
import { readCorrectionData } from './correction-data';
import { leavesOf } from './leaves';
import { readSupplementData } from './supplement-data';

type Json = Readonly<Record<string, unknown>>;

const REGISTRY_ASKS = { agency: 'civil-registry', begun: ['civil-registry'] } as const;

const validator = new DossierValidator({ kind: 'virtual', now: () => FILED_AT }, loadGeography());

/** Values that some field takes and another does not, that break a rule beside others, or that no field takes. */
const VALUES = [
  'Lê Na',
  'male',
  'female',
  'Kinh',
  'unknown',
  'VN',
  'US',
  '00004',
  '00008',
  '99999',
  '2026-11-10',
  '2030-01-01',
  '2010-01-01',
  '1990-05-05',
  '1945',
  '2026-11-15T03:20',
  'year',
  'day',
  'minute',
  'abandoned',
  'father-unknown',
  '001090012345',
  '001192054321',
  '12345.GCS.00001.26',
  'x-free-form',
  'bank',
  'paper',
  '',
  null,
  7,
  {},
];

const PATHS = {
  birth: [
    ...pathsOf(birthDossier()),
    ...CORRECTABLE_FIELDS.birth,
    'child.weight',
    'scan',
    'deceased.fullName',
  ],
  death: [...pathsOf(deathDossier()), ...CORRECTABLE_FIELDS.death, 'death.weight', 'scan', 'child.fullName'],
};

const change = (group: Dossier['procedureGroup']) =>
  fc.record({
    kind: fc.constantFrom('supplement' as const, 'correction' as const),
    fields: fc.array(fc.tuple(fc.constantFrom(...PATHS[group]), fc.constantFrom(...VALUES)), {
      minLength: 1,
      maxLength: 3,
    }),
  });

function pathsOf(dossier: Dossier): readonly string[] {
  return leavesOf(dossier as unknown as Json).map(([path]) => path);
}

function nested(fields: readonly (readonly [string, unknown])[]): Json {
  let whole: Json = {};
  for (const [path, value] of fields) {
    const part = path.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Json;
    whole = mergeSupplement(whole as unknown as Dossier, part).dossier as unknown as Json;
  }
  return whole;
}

describe('whatever supplements and corrections are accepted', () => {
  it.each([birthDossier(), deathDossier()])('the dossier stays one that filing takes', (filed) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(change(filed.procedureGroup), { maxLength: 6 }), (changes) => {
        let dossier: Dossier = filed;
        for (const { kind, fields } of changes) {
          const target = { dossier, submittedAt: FILED_AT };
          const reading =
            kind === 'supplement'
              ? readSupplementData(validator, target, REGISTRY_ASKS, nested(fields), undefined)
              : readCorrectionData(validator, target, Object.fromEntries(fields));
          if (!reading.ok) continue;
          const written = kind === 'supplement' ? reading.value : nested(Object.entries(reading.value));
          dossier = mergeSupplement(dossier, written).dossier;
          accepted++;
          expect(refusal(dossier)).toBeUndefined();
        }
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

function refusal(dossier: Dossier): unknown {
  try {
    validator.validate(dossier, FILED_AT);
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.init.errors : error;
  }
}
