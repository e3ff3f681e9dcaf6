import {
  type BirthDossier,
  CORRECTABLE_FIELDS,
  type CorrectionData,
  type Dossier,
  type PersonalIdAllocated,
} from '@lienthong/contracts';
import { matchesPerson } from '@lienthong/numbers';
import {
  AgencyBench,
  MONDAY_AT_NINE,
  Registers,
  sampleBirth,
  sampleDeath,
} from '../../../libs/agency/test-support';
import { civilRegistry } from './civil-registry.agency';
import { registeredParent, type RegistryFacts, type RegistryRecord } from './registry.record';

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
    const birth = childWith({});
    const [allocated, registered] = one.request(birth, MONDAY_AT_NINE);
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
      placeOfBirth: birth.child.placeOfBirth,
      homeTown: birth.child.homeTown,
      mother: registeredParent(birth.mother!),
      father: registeredParent(birth.father!),
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
    expect(second.sent.map(({ type }) => type)).toEqual([
      'vn.lienthong.work.remarked.v1',
      'vn.lienthong.registration.refused.v1',
    ]);
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
    expect([...shared.claims.values()]).not.toContain('birth');
    expect(shared.claims.get(`deceased:${father.personalId}`)).toBe('death');
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

const remarksOf = (one: Bench): readonly string[] => (one.state?.remarks ?? []).map(({ code }) => code);

/** A birth without a notice number. */
function withoutNotice(changes: Partial<BirthDossier> = {}): BirthDossier {
  const { birthNoticeNumber: _none, ...child } = childWith({}).child;
  return { ...sampleBirth({ simulation: {} }), child, ...changes };
}

describe('what may be the same birth', () => {
  const sameName = { ...withoutNotice().child, fullName: 'NGUYỄN minh  Khôi' };

  it.each<[string, BirthDossier, string, boolean]>([
    ['the same mother at another office', withoutNotice({ child: sameName }), '00008', true],
    ['the same office, mother unnamed', withoutNotice({ mother: undefined as never }), '00004', true],
    [
      'another mother at another office',
      withoutNotice({ mother: { fullName: 'Lê Thị Tư', personalId: '001193054321' } }),
      '00008',
      false,
    ],
    ['a twin', withoutNotice({ child: { ...sameName, fullName: 'Nguyễn Minh Khởi' } }), '00004', false],
    ['another day', withoutNotice({ child: { ...sameName, dateOfBirth: '2026-11-11' } }), '00004', false],
  ])('%s: %s', (_what, dossier, office, expected) => {
    const shared = new Registers();
    const geography = { provinceOfCommune: () => ({ code: '01', name: 'Hà Nội', population: 1 }) };
    const bench = (id: string): Bench =>
      new AgencyBench(civilRegistry(geography), { pace: 'instant' }, id, shared);
    bench('first').request(withoutNotice(), MONDAY_AT_NINE);
    const second = bench('second');
    const agencies = { ...dossier.agencies, civilRegistry: office };
    second.request({ ...dossier, agencies }, MONDAY_AT_NINE, {}, office);
    expect(remarksOf(second)).toEqual(expected ? ['possible-duplicate'] : []);
    expect(second.lastReport.outcome).toBe('approved');
  });

  it('is told at once, names the other dossier, and is left to the officer', () => {
    const shared = new Registers();
    registers('first', shared).request(withoutNotice(), MONDAY_AT_NINE);
    const second = new AgencyBench(registry, { mode: 'manual' }, 'second', shared);
    const [told] = second.request(withoutNotice(), MONDAY_AT_NINE + 1);
    expect(told).toMatchObject({
      type: 'vn.lienthong.work.remarked.v1',
      data: { remarks: [{ code: 'possible-duplicate', dossierNumber: 'first' }] },
    });
    expect(second.state).toMatchObject({ status: 'working', remarks: [{ code: 'possible-duplicate' }] });
    second.give({ type: 'officer.decided', decision: 'approve' }, MONDAY_AT_NINE + 2);
    expect(second.lastReport.outcome).toBe('approved');
    expect(remarksOf(second)).toEqual(['possible-duplicate']);
  });

  it.each(['refuse', 'stop', 'revoke'] as const)('is nothing any more after %s', (end) => {
    const shared = new Registers();
    const first = new AgencyBench(registry, { mode: 'manual' }, 'first', shared);
    first.request(withoutNotice(), MONDAY_AT_NINE);
    if (end === 'stop') first.command('vn.lienthong.stop.ordered.v1', { reason: REASON }, MONDAY_AT_NINE + 1);
    else
      first.give(
        { type: 'officer.decided', decision: end === 'refuse' ? 'refuse' : 'approve' },
        MONDAY_AT_NINE + 1,
      );
    if (end === 'revoke')
      first.command('vn.lienthong.revocation.ordered.v1', { reason: REASON }, MONDAY_AT_NINE + 2);
    expect(shared.claims.size).toBe(0);
    const second = registers('second', shared);
    second.request(withoutNotice(), MONDAY_AT_NINE + 3);
    expect(remarksOf(second)).toEqual([]);
  });

  it('is looked for again after a supplement, and under a corrected name', () => {
    const shared = new Registers();
    const first = registers('first', shared);
    first.request(withoutNotice(), MONDAY_AT_NINE);
    first.command(
      'vn.lienthong.correction.ordered.v1',
      { correction: 1, data: { 'child.fullName': 'Nguyễn Minh Khoa' } },
      MONDAY_AT_NINE + 1,
    );
    const second = new AgencyBench(registry, { mode: 'manual' }, 'second', shared);
    const child = { ...withoutNotice().child, fullName: 'Nguyễn Văn Bảy' };
    second.request({ ...withoutNotice(), child }, MONDAY_AT_NINE + 2);
    expect(remarksOf(second)).toEqual([]);
    second.give({ type: 'officer.decided', decision: 'request-supplement' }, MONDAY_AT_NINE + 3);
    const dossier = { ...withoutNotice(), child: { ...child, fullName: 'Nguyễn Minh Khoa' } };
    second.command(
      'vn.lienthong.work.resumed.v1',
      { attempt: 2, dossier, dueAt: MONDAY_AT_NINE + 9 },
      MONDAY_AT_NINE + 4,
    );
    expect(remarksOf(second)).toEqual(['possible-duplicate']);
    expect([...shared.claims.values()].filter((owner) => owner === 'second')).toEqual([]);
  });

  it('keeps names and personal ids out of its keys', () => {
    const shared = new Registers();
    registers('first', shared).request(withoutNotice(), MONDAY_AT_NINE);
    expect(shared.claims.size).toBe(4);
    for (const key of shared.claims.keys()) expect(key).toMatch(/^(same-birth|holder):[\w-]{16}$/);
  });
});

describe('birth notice numbers of before 1/10/2025', () => {
  const born = (communeCode: string, detail?: string, year = 2025): BirthDossier =>
    childWith({
      fullName: `Trẻ ở ${detail ?? communeCode}`,
      dateOfBirth: `${year}-03-04`,
      birthNoticeNumber: '123',
      placeOfBirth: { communeCode, ...(detail && { detail }) },
    });

  it.each<[string, BirthDossier, string]>([
    ['the same facility', born('00004', 'BỆNH VIỆN  Phụ sản'), 'refused'],
    ['another facility of the commune', born('00004', 'Trạm y tế'), 'approved'],
    ['another commune', born('00008', 'Bệnh viện Phụ sản'), 'approved'],
    ['another year', born('00004', 'Bệnh viện Phụ sản', 2024), 'approved'],
  ])('count at their facility: %s', (_what, dossier, outcome) => {
    const shared = new Registers();
    registers('first', shared).request(born('00004', 'Bệnh viện Phụ sản'), MONDAY_AT_NINE);
    const second = registers('second', shared);
    second.request(dossier, MONDAY_AT_NINE);
    expect(second.lastReport.outcome).toBe(outcome);
  });

  it('go on to be protected by claims of before numbers had their scope', () => {
    const shared = new Registers();
    shared.claim('old', ['birth-notice:123']);
    const second = registers('second', shared);
    second.request(born('00008'), MONDAY_AT_NINE);
    expect(second.lastReport.reason).toMatchObject({
      code: 'already-registered',
      en: expect.stringContaining('old') as string,
    });
    expect([...shared.claims.values()]).toEqual(['old']);
  });
});

describe('what is unlikely', () => {
  const { mother: sampleMother, father: sampleFather } = sampleBirth();
  it.each<[string, BirthDossier | typeof death, readonly string[]]>([
    [
      'a mother of 12',
      childWithParents({ mother: { ...sampleMother!, personalId: '001314054321' } }),
      ['mother-age-unusual'],
    ],
    [
      'a mother of 56',
      childWithParents({ mother: { fullName: 'A', dateOfBirth: '1970-01-01' } }),
      ['mother-age-unusual'],
    ],
    ['a father of 91', childWithParents({ father: { fullName: 'A', dateOfBirth: '1935' } }), []],
    [
      'a father of 92',
      childWithParents({ father: { ...sampleFather!, personalId: '001034012345' } }),
      ['father-age-unusual'],
    ],
    [
      'an id of another year',
      { ...death, deceased: { ...death.deceased, dateOfBirth: '1935' } },
      ['personal-id-of-other-birth-year'],
    ],
    [
      'a deceased of 116',
      { ...death, deceased: { ...death.deceased, personalId: '001010022222', dateOfBirth: '1910-01-01' } },
      ['deceased-age-unusual'],
    ],
    ['nothing', childWithParents({}), []],
  ])('is remarked: %s', (_what, dossier, expected) => {
    const one = registers('a');
    one.request(dossier, MONDAY_AT_NINE);
    expect(remarksOf(one)).toEqual(expected);
    expect(one.lastReport.outcome).toBe('approved');
  });

  function childWithParents(parents: Partial<BirthDossier>): BirthDossier {
    return { ...childWith({}), ...parents };
  }
});

describe('a death under the personal id of a registered child', () => {
  it.each([
    ['Nguyễn Minh Khôi', 'approved'],
    ['nguyễn minh khôi', 'approved'],
    ['Lê Văn Dũng', 'refused'],
  ])('of the name %s is %s', (fullName, outcome) => {
    const shared = new Registers();
    const birth = registers('birth', shared);
    birth.request(childWith({}), MONDAY_AT_NINE);
    const { personalId } = birth.state!.record!;
    const deceased = { ...death.deceased, fullName, personalId, dateOfBirth: '2026-11-10' };
    const one = registers('death', shared);
    one.request({ ...death, deceased }, MONDAY_AT_NINE);
    expect(one.lastReport.outcome).toBe(outcome);
    if (outcome === 'refused') {
      expect(one.lastReport.reason?.code).toBe('personal-id-of-another');
      expect(remarksOf(one)).toEqual(['personal-id-of-another']);
    }
  });

  it('of its former name, or after its registration was cancelled, is registered', () => {
    const shared = new Registers();
    const birth = registers('birth', shared);
    birth.request(childWith({}), MONDAY_AT_NINE);
    const { personalId } = birth.state!.record!;
    birth.command(
      'vn.lienthong.correction.ordered.v1',
      { correction: 1, data: { 'child.fullName': 'Nguyễn Minh Khoa' } },
      MONDAY_AT_NINE,
    );
    for (const [id, fullName] of [
      ['corrected', 'Nguyễn Minh Khoa'],
      ['former', 'Nguyễn Minh Khôi'],
    ] as const) {
      const one = registers(id, shared);
      one.request({ ...death, deceased: { ...death.deceased, fullName, personalId } }, MONDAY_AT_NINE);
      expect(one.lastReport.outcome).toBe('approved');
      one.command('vn.lienthong.revocation.ordered.v1', { reason: REASON }, MONDAY_AT_NINE);
    }
    birth.command('vn.lienthong.revocation.ordered.v1', { reason: REASON }, MONDAY_AT_NINE);
    expect(shared.claims.size).toBe(0);
  });
});

it('remarks a death that may be registered under another personal id', () => {
  const shared = new Registers();
  registers('first', shared).request(death, MONDAY_AT_NINE);
  const second = registers('second', shared);
  second.request({ ...death, deceased: { ...death.deceased, personalId: '001045022223' } }, MONDAY_AT_NINE);
  expect(remarksOf(second)).toEqual(['possible-duplicate']);
  expect(second.lastReport.outcome).toBe('approved');
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

describe('a correction', () => {
  let number = 0;
  const correct = (one: Bench, data: CorrectionData): ReturnType<Bench['command']> =>
    one.command(
      'vn.lienthong.correction.ordered.v1',
      { correction: ++number, data },
      MONDAY_AT_NINE + number,
    );
  const issued = (dossier: Dossier, id = 'a', shared?: Registers): Bench => {
    const one = registers(id, shared);
    one.request(dossier, MONDAY_AT_NINE);
    return one;
  };

  it.each(
    [childWith({}), death].flatMap((dossier) =>
      CORRECTABLE_FIELDS[dossier.procedureGroup].map((path) => [path, dossier] as const),
    ),
  )('of %s is written into the entry', (path, dossier) => {
    const one = issued(dossier);
    const value = path.endsWith('dateOfBirth') || path === 'death.occurredAt' ? '2025-03-04' : 'x';
    correct(one, { [path]: path === 'child.sex' ? 'female' : value });
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.certificate.corrected.v1');
    expect(JSON.stringify(one.state?.record)).toContain(path === 'child.sex' ? '"female"' : `"${value}"`);
  });

  it.each<[CorrectionData, object]>([
    [{ 'child.sex': 'female' }, { sex: 'female', dateOfBirth: '2026-11-10' }],
    [{ 'child.dateOfBirth': '2025-11-10' }, { sex: 'male', dateOfBirth: '2025-11-10' }],
  ])('of %j establishes another personal id, and keeps the old one', (data, person) => {
    const shared = new Registers();
    const one = issued(childWith({}), 'a', shared);
    const { personalId: former } = one.state!.record!;
    const [allocated, corrected] = correct(one, data);
    const { personalId, formerPersonalIds } = one.state!.record!;
    expect(matchesPerson(personalId, person)).toBe(true);
    expect(personalId).not.toBe(former);
    expect(formerPersonalIds).toEqual([{ personalId: former, until: '2026-11-16' }]);
    expect(allocated?.type).toBe('vn.lienthong.personal-id.allocated.v1');
    expect(corrected?.data).toMatchObject({
      result: { personalId },
      registrySubject: { personalId: former },
    });
    const others = ['b', 'c'].map((id) => issued(childWith({ birthNoticeNumber: `x-${id}` }), id, shared));
    const given = others.map(({ state }) => state?.record?.personalId);
    expect(new Set([former, personalId, ...given]).size).toBe(4);
  });

  it('of the day of birth alone leaves the personal id', () => {
    const one = issued(childWith({}));
    const { personalId } = one.state!.record!;
    correct(one, { 'child.dateOfBirth': '2026-10-01' });
    expect(one.state?.record).toMatchObject({ personalId, dateOfBirth: '2026-10-01' });
    expect(one.state?.record).not.toHaveProperty('formerPersonalIds');
  });

  it('of the birth notice takes the new number and frees the old one', () => {
    const shared = new Registers();
    const one = issued(childWith({ birthNoticeNumber: '00123.GCS.01001.26' }), 'a', shared);
    correct(one, { 'child.birthNoticeNumber': '00124.GCS.01001.26' });
    const again = (birthNoticeNumber: string, id: string): string | undefined =>
      issued(childWith({ fullName: 'Lê Na', birthNoticeNumber }), id, shared).lastReport.reason?.code;
    expect(again('00124.GCS.01001.26', 'b')).toBe('already-registered');
    expect(again('00123.GCS.01001.26', 'c')).toBeUndefined();
  });

  it('to the number of another birth is turned down, and changes nothing', () => {
    const shared = new Registers();
    issued(childWith({ birthNoticeNumber: '00124.GCS.01001.26' }), 'b', shared);
    const one = issued(
      childWith({ fullName: 'Lê Na', birthNoticeNumber: '00123.GCS.01001.26' }),
      'a',
      shared,
    );
    const before = one.state?.record;
    correct(one, { 'child.birthNoticeNumber': '00124.GCS.01001.26' });
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.correction.rejected.v1');
    expect(one.lastReport).toMatchObject({ outcome: 'corrected', reason: { code: 'already-registered' } });
    expect(one.state?.record).toBe(before);
    expect(shared.claims.get('birth-notice:00124.GCS.01001.26')).toBe('b');
  });

  it('of whom a death is about frees the one and takes the other', () => {
    const shared = new Registers();
    const one = issued(death, 'a', shared);
    const former = death.deceased.personalId;
    const [identified, corrected] = correct(one, { 'deceased.personalId': '001045099999' });
    expect(identified).toMatchObject({
      type: 'vn.lienthong.deceased.identified.v1',
      data: { registrySubject: { personalId: '001045099999' } },
    });
    expect(corrected?.data).toMatchObject({ registrySubject: { personalId: former } });
    expect(one.state?.record).toMatchObject({ personalId: '001045099999' });
    expect(shared.claims.get('deceased:001045099999')).toBe('a');
    expect(shared.claims.has(`deceased:${former}`)).toBe(false);
  });

  it('of what the entry says already changes nothing', () => {
    const one = issued(childWith({}));
    correct(one, { 'child.fullName': 'Nguyễn Minh Khôi' });
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.correction.not-applicable.v1');
  });
});
