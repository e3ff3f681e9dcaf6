import { type BirthDossier, type DeathDossier } from '@lienthong/contracts';
import { dossierFacts } from './dossier-facts';

const birth: BirthDossier = {
  procedureGroup: 'birth',
  procedures: ['birth-registration'],
  channel: 'online',
  delivery: 'electronic',
  applicant: { fullName: 'N•••• V••', personalId: '•••', relationship: 'father' },
  agencies: { civilRegistry: '00004' },
  child: {
    fullName: 'N•••• A•',
    dateOfBirth: '2026-11-12',
    sex: 'female',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    placeOfBirth: { communeCode: '00008', detail: '•••' },
    homeTown: { communeCode: '00070' },
    birthCase: 'married',
  },
};

const death: DeathDossier = {
  procedureGroup: 'death',
  procedures: ['death-registration'],
  channel: 'postal',
  delivery: 'postal',
  applicant: { fullName: 'L• B•', personalId: '•••', relationship: 'child' },
  agencies: { civilRegistry: '00004' },
  deceased: {
    fullName: 'L• C•',
    personalId: '•••',
    dateOfBirth: '1941-02-03',
    sex: 'male',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    lastResidence: { communeCode: '00004' },
  },
  death: { occurredAt: '2026-11-19T03:20', precision: 'minute', place: { communeCode: '00008' }, cause: 'x' },
};

const valueOf = (facts: ReturnType<typeof dossierFacts>, name: string): string | undefined =>
  facts.find((fact) => fact.name === name)?.value;

describe('dossierFacts', () => {
  it('names places and writes dates the Vietnamese way', () => {
    const facts = dossierFacts(birth, (code) => `P${code}`);
    expect(valueOf(facts, 'birthDate')).toBe('12/11/2026');
    expect(valueOf(facts, 'birthPlace')).toBe('•••, P00008');
  });

  it('leaves out what was not filled in', () => {
    const facts = dossierFacts(birth, (code) => code);
    expect(valueOf(facts, 'mother')).toBeUndefined();
    expect(valueOf(facts, 'residence')).toBeUndefined();
  });

  it('tells the time of a death as precisely as it is known', () => {
    const of = (occurredAt: string): string | undefined =>
      valueOf(
        dossierFacts({ ...death, death: { ...death.death, occurredAt } }, (code) => code),
        'diedAt',
      );
    expect(of('2026-11-19T03:20')).toBe('03:20 19/11/2026');
    expect(of('2026-11')).toBe('11/2026');
    expect(of('2026')).toBe('2026');
  });
});
