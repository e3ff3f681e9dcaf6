import { type BirthDossier, type PersonalIdAllocated } from '@lienthong/contracts';
import { matchesPerson } from '@lienthong/numbers';
import {
  AgencyBench,
  MONDAY_AT_NINE,
  Registers,
  sampleBirth,
  sampleDeath,
} from '../../../libs/agency/test-support';
import { civilRegistry } from './civil-registry.agency';
import { type RegistryFacts, type RegistryRecord } from './registry.record';

const registry = civilRegistry({
  provinceOfCommune: (code) => (code === '00004' ? { code: '01', name: 'Hà Nội', population: 1 } : undefined),
});

type Bench = AgencyBench<RegistryFacts, RegistryRecord>;

function registers(id: string, shared = new Registers()): Bench {
  return new AgencyBench(registry, { pace: 'instant' }, id, shared);
}

function childWith(changes: Partial<BirthDossier['child']>): BirthDossier {
  const birth = sampleBirth({ simulation: {} });
  return { ...birth, child: { ...birth.child, ...changes } };
}

const death = sampleDeath({ simulation: {} });
const REASON = { code: 'test', vi: 'Thử', en: 'Test' };

describe('a birth registration', () => {
  it('obtains a personal id, tells it, and enters the birth in the book of the year', () => {
    const one = registers('a');
    const [allocated, registered] = one.request(childWith({}), MONDAY_AT_NINE);
    const { personalId } = allocated!.data as PersonalIdAllocated['data'];
    expect(allocated).toEqual({
      topic: 'civil-registry.events',
      type: 'vn.lienthong.personal-id.allocated.v1',
      subject: 'a',
      data: { personalId, at: MONDAY_AT_NINE },
    });
    expect(matchesPerson(personalId, { sex: 'male', dateOfBirth: '2026-11-10' })).toBe(true);
    expect(personalId.startsWith('001')).toBe(true);
    const certificate = { number: 1, book: '01/2026', page: 1, registeredOn: '2026-11-16', office: '00004' };
    expect(registered!.type).toBe('vn.lienthong.birth.registered.v1');
    expect(one.lastReport.result).toEqual({ certificate, personalId });
    expect(one.state?.record).toEqual({
      active: true,
      certificate,
      personalId,
      fullName: 'Nguyễn Minh Khôi',
      dateOfBirth: '2026-11-10',
      sex: 'male',
      ethnicity: 'Kinh',
      birthNoticeNumber: '00123.GCS.01001.26',
      mother: { fullName: 'Trần Thị Bình', personalId: '001192054321' },
      father: { fullName: 'Nguyễn Văn An', personalId: '001090012345' },
      late: false,
      foreign: false,
    });
  });

  it('gives every child another id and every certificate another number', () => {
    const shared = new Registers();
    const results = [1, 2, 3].map((n) => {
      const one = registers(`dossier-${n}`, shared);
      one.request(childWith({ birthNoticeNumber: `0000${n}.GCS.01001.26` }), MONDAY_AT_NINE);
      return one.lastReport.result!;
    });
    expect(new Set(results.map(({ personalId }) => personalId)).size).toBe(3);
    expect(results.map(({ certificate }) => certificate?.number)).toEqual([1, 2, 3]);
  });

  it('refuses a birth notice that another dossier has used, and names it', () => {
    const shared = new Registers();
    registers('first', shared).request(childWith({}), MONDAY_AT_NINE);
    const second = registers('second', shared);
    second.request(childWith({}), MONDAY_AT_NINE);
    expect(second.lastReport).toMatchObject({ outcome: 'refused', reason: { code: 'already-registered' } });
    expect(second.lastReport.reason?.en).toContain('first');
    expect(second.sent).toHaveLength(1);
  });

  it('lets two children without a notice be registered', () => {
    const shared = new Registers();
    const { birthNoticeNumber: _none, ...child } = sampleBirth().child;
    for (const id of ['first', 'second']) {
      const one = registers(id, shared);
      one.request({ ...sampleBirth({ simulation: {} }), child }, MONDAY_AT_NINE);
      expect(one.lastReport.outcome).toBe('approved');
    }
  });

  it('refuses an applicant who is dead, and keeps the notice free for another', () => {
    const shared = new Registers();
    const father = sampleBirth().applicant;
    const deceased = { ...death.deceased, personalId: father.personalId };
    registers('death', shared).request({ ...death, deceased }, MONDAY_AT_NINE);
    const one = registers('birth', shared);
    one.request(childWith({}), MONDAY_AT_NINE);
    expect(one.lastReport.reason?.code).toBe('applicant-deceased');
    expect([...shared.claims.keys()]).toEqual([`deceased:${father.personalId}`]);
  });

  it('takes a dead parent as no obstacle', () => {
    const shared = new Registers();
    const mother = sampleBirth().mother!.personalId!;
    const deceased = { ...death.deceased, personalId: mother };
    registers('death', shared).request({ ...death, deceased }, MONDAY_AT_NINE);
    const one = registers('birth', shared);
    one.request(childWith({}), MONDAY_AT_NINE);
    expect(one.lastReport.outcome).toBe('approved');
  });

  it.each([
    ['2026-09-17', false],
    ['2026-09-16', true],
  ])('flags a birth of %s, filed 60 or 61 days later: late %s', (dateOfBirth, late) => {
    const one = registers('a');
    one.request(childWith({ dateOfBirth }), MONDAY_AT_NINE);
    expect(one.state?.record?.late).toBe(late);
  });

  it('flags a foreign element', () => {
    const one = registers('a');
    const mother = { fullName: 'Anna', nationality: 'DE' };
    one.request({ ...childWith({}), mother }, MONDAY_AT_NINE);
    expect(one.state?.record?.foreign).toBe(true);
  });

  it('corrects its entry and tells subscribers what changed', () => {
    const one = registers('a');
    one.request(childWith({}), MONDAY_AT_NINE);
    const data = { 'child.fullName': 'Nguyễn Minh Khoa', 'deceased.fullName': 'X' };
    one.command('vn.lienthong.correction.ordered.v1', { correction: 1, data }, MONDAY_AT_NINE + 1);
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.certificate.corrected.v1');
    const { personalId } = one.state!.record!;
    expect(one.lastReport.registrySubject).toEqual({ personalId, correction: data });
    expect(one.state?.record?.fullName).toBe('Nguyễn Minh Khoa');
  });

  it('frees the birth notice when it is cancelled', () => {
    const shared = new Registers();
    const first = registers('first', shared);
    first.request(childWith({}), MONDAY_AT_NINE);
    first.command('vn.lienthong.revocation.ordered.v1', { reason: REASON }, MONDAY_AT_NINE + 1);
    expect(first.sent.at(-1)?.type).toBe('vn.lienthong.birth-registration.cancelled.v1');
    expect(shared.claims.size).toBe(0);
    const second = registers('second', shared);
    second.request(childWith({}), MONDAY_AT_NINE + 2);
    expect(second.lastReport.outcome).toBe('approved');
  });
});

describe('a death registration', () => {
  it('enters the death and names the deceased to subscribers', () => {
    const one = registers('a');
    const sent = one.request(death, MONDAY_AT_NINE);
    const { personalId } = death.deceased;
    expect(sent.map(({ type }) => type)).toEqual(['vn.lienthong.death.registered.v1']);
    expect(one.lastReport.registrySubject).toEqual({ personalId });
    expect(one.lastReport.result?.personalId).toBe(personalId);
    expect(one.state?.record).toMatchObject({ occurredAt: '2026-11-15T03:20', late: false });
  });

  it('is entered once a person', () => {
    const shared = new Registers();
    registers('first', shared).request(death, MONDAY_AT_NINE);
    const second = registers('second', shared);
    second.request(death, MONDAY_AT_NINE);
    expect(second.lastReport.reason?.code).toBe('already-registered');
  });

  it('numbers deaths apart from births', () => {
    const shared = new Registers();
    registers('birth', shared).request(childWith({}), MONDAY_AT_NINE);
    const one = registers('death', shared);
    one.request(death, MONDAY_AT_NINE);
    expect(one.lastReport.result?.certificate?.number).toBe(1);
  });

  it.each([
    ['2026-11-01', false],
    ['2026-10-31T23:00', true],
    ['2026-11', false],
    ['2026-10', true],
    ['2026', false],
    ['2025', true],
  ])('counts 15 days from %s: late %s', (occurredAt, late) => {
    const one = registers('a');
    one.request({ ...death, death: { ...death.death, occurredAt } }, MONDAY_AT_NINE);
    expect(one.state?.record?.late).toBe(late);
  });

  it('frees the person when it is cancelled', () => {
    const one = registers('a');
    one.request(death, MONDAY_AT_NINE);
    one.command('vn.lienthong.revocation.ordered.v1', { reason: REASON }, MONDAY_AT_NINE + 1);
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.death-registration.cancelled.v1');
    expect(one.lastReport.registrySubject).toEqual({ personalId: death.deceased.personalId });
    expect(one.registers.claims.size).toBe(0);
  });
});

it('has no province for an office that is no commune: it stands still rather than guess a number', () => {
  const one = registers('a');
  expect(() => one.request(childWith({}), MONDAY_AT_NINE, {}, '99999')).toThrow('province code');
});
