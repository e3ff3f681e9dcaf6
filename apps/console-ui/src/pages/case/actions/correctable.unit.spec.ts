import { CORRECTABLE_FIELDS, type Dossier } from '@lienthong/contracts';
import { correctableFields, correctionData } from './correctable';

const birth = {
  procedureGroup: 'birth',
  applicant: { fullName: 'N•••• V•• A•' },
  child: { fullName: 'N•••• M•••', placeOfBirth: { communeCode: '00004' } },
  mother: { fullName: 'T••• T•• B•••' },
} as unknown as Dossier;

it('offers what the registry holds, with what it says now, and nothing of the applicant', () => {
  const fields = correctableFields(birth);
  expect(fields.map(({ path }) => path)).toEqual(
    CORRECTABLE_FIELDS.birth.filter((path) => !path.startsWith('father.')),
  );
  expect(fields).toContainEqual({
    path: 'child.fullName',
    block: 'child',
    name: 'fullName',
    present: 'N•••• M•••',
  });
  expect(fields).toContainEqual({
    path: 'child.homeTown.detail',
    block: 'child',
    name: 'detail',
    present: '',
  });
});

it('writes changes by path, trimmed', () => {
  expect(correctionData([{ path: 'child.fullName', value: ' Nguyễn Minh ' }])).toEqual({
    'child.fullName': 'Nguyễn Minh',
  });
});

it.each([[[]], [[{ path: '', value: 'x' }]], [[{ path: 'child.sex', value: '  ' }]]])(
  'does not take %j for a correction',
  (changes) => {
    expect(correctionData(changes)).toBeUndefined();
  },
);
