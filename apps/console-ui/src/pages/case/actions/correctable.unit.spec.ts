import { type Dossier } from '@lienthong/contracts';
import { correctableFields, correctionData } from './correctable';

const birth = {
  procedureGroup: 'birth',
  applicant: { fullName: 'N•••• V•• A•' },
  child: { fullName: 'N•••• M•••', placeOfBirth: { communeCode: '00004' } },
  mother: { fullName: 'T••• T•• B•••' },
} as unknown as Dossier;

it('offers what a certificate says, field by field, and nothing of the applicant', () => {
  expect(correctableFields(birth)).toEqual([
    { path: 'child.fullName', block: 'child', name: 'fullName', present: 'N•••• M•••' },
    { path: 'child.placeOfBirth.communeCode', block: 'child', name: 'communeCode', present: '00004' },
    { path: 'mother.fullName', block: 'mother', name: 'fullName', present: 'T••• T•• B•••' },
  ]);
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
