import { type Dossier } from '@lienthong/contracts';
import { dossierSections } from './dossier-sections';

const dossier = {
  procedureGroup: 'birth',
  procedures: ['birth-registration'],
  channel: 'online',
  agencies: { civilRegistry: '00004' },
  mother: { fullName: 'T•••', residence: { communeCode: '00004', detail: '•••' } },
  residence: { case: 'with-parents', address: { communeCode: '00004' } },
  benefits: { regime: 'merit', payee: { fullName: 'L•' } },
  simulation: { residency: ['verify'] },
} as unknown as Dossier;

it('cuts a dossier into the parts of its form, in their order', () => {
  expect(dossierSections(dossier).map(({ name }) => name)).toEqual([
    'filing',
    'agencies',
    'mother',
    'residence',
    'benefits',
    'payee',
  ]);
});

it('keeps an address as one field, and a part of the same name as a part', () => {
  const sections = new Map(dossierSections(dossier).map(({ name, fields }) => [name, fields]));
  expect(sections.get('mother')).toContainEqual({
    path: 'mother.residence',
    value: { communeCode: '00004', detail: '•••' },
  });
  expect(sections.get('residence')).toEqual([
    { path: 'residence.case', value: 'with-parents' },
    { path: 'residence.address', value: { communeCode: '00004' } },
  ]);
});

it('leaves out the script of the sandbox', () => {
  expect(JSON.stringify(dossierSections(dossier))).not.toContain('verify');
});
