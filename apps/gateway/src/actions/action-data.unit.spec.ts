import { loadGeography } from '@lienthong/platform';
import { type Dossier } from '@lienthong/contracts';
import { birthDossier, deathDossier, FILED_AT } from '../../test-support/dossiers';
import { DossierValidator } from '../intake/dossier.validator';
import { readCorrectionData } from './correction-data';
import { readSupplementData } from './supplement-data';

type Json = Readonly<Record<string, unknown>>;

const validator = new DossierValidator(
  { kind: 'virtual', now: () => FILED_AT + 86_400_000 },
  loadGeography(),
);

const list = (reading: { ok: boolean; errors?: readonly { pointer: string; code: string }[] }): unknown =>
  reading.errors?.map(({ pointer, code }) => `${pointer} ${code}`);

const supplement = (dossier: Dossier, data: Json | undefined, note?: string) =>
  readSupplementData(
    validator,
    { dossier, submittedAt: FILED_AT },
    { agency: 'civil-registry', begun: ['civil-registry'] },
    data,
    note,
  );

const correction = (dossier: Dossier, data: Json) =>
  readCorrectionData(validator, { dossier, submittedAt: FILED_AT }, data);

describe('readSupplementData', () => {
  it('takes parts of the open blocks, in canonical form', () => {
    const data = { child: { fullName: ' Lê Na ', homeTown: { detail: 'Số 1' } }, delivery: 'postal' };
    expect(supplement(birthDossier(), data)).toEqual({
      ok: true,
      value: { ...data, child: { ...data.child, fullName: 'Lê Na' } },
    });
  });

  it('keeps what was fixed by the filing', () => {
    const data = {
      agencies: {},
      procedures: [],
      procedureGroup: 'death',
      channel: 'postal',
      benefits: { regime: 'merit' },
    };
    expect(list(supplement(deathDossier(), data))).toEqual([
      '/data/agencies frozen-field',
      '/data/procedures frozen-field',
      '/data/procedureGroup frozen-field',
      '/data/channel frozen-field',
      '/data/benefits/regime frozen-field',
    ]);
  });

  it('checks each field as filing does', () => {
    const data = {
      child: { dateOfBirth: '2026-02-30', weight: 3 },
      mother: 'x',
      delivery: 'fax',
      deceased: {},
    };
    expect(list(supplement(birthDossier(), { ...data, deceased: { fullName: 'X' } }))).toEqual([
      '/data/deceased unknown-field',
      '/data/child/weight unknown-field',
      '/data/child/dateOfBirth not-a-date',
      '/data/mother not-an-object',
      '/data/delivery unknown-value',
    ]);
    expect(list(supplement(birthDossier(), { child: { fullName: null } }))).toEqual([
      '/data/child/fullName invalid-value',
    ]);
  });

  it.each<[Json, string]>([
    [{ child: { dateOfBirth: '2030-01-01' } }, '/data/child/dateOfBirth after-filing'],
    [{ child: { dateOfBirth: '2010-01-01' } }, '/data/child/dateOfBirth child-not-under-six'],
    [{ child: { nationality: 'US' } }, '/data/child/nationality foreign-element'],
    [{ mother: { personalId: birthDossier().father?.personalId } }, '/data/father/personalId same-person'],
    [
      { child: { birthNoticeNumber: 'x-free-form' } },
      '/data/child/birthNoticeNumber not-a-birth-notice-number',
    ],
    [
      { child: { placeOfBirth: { communeCode: '99999' } } },
      '/data/child/placeOfBirth/communeCode unknown-commune',
    ],
  ])('holds %j to the rules between fields', (data, error) => {
    expect(list(supplement(birthDossier(), data))).toContain(error);
  });

  it('leaves to the others what they work on already', () => {
    const filed = { dossier: birthDossier(), submittedAt: FILED_AT };
    const asked = { agency: 'residency', begun: ['civil-registry', 'residency'] } as const;
    const { residence } = birthDossier();
    const change = (data: Json) => readSupplementData(validator, filed, asked, data, undefined);
    expect(list(change({ child: { fullName: 'Lê Na' }, mother: { residence: residence?.address } }))).toEqual(
      ['/data/child/fullName held-by-agency'],
    );
    expect(change({ residence: { consent: 'vneid' } })).toMatchObject({ ok: true });
    expect(change({ child: { fullName: birthDossier().child.fullName } })).toMatchObject({ ok: true });
  });

  it('does not charge a change with what was wrong before it', () => {
    const { mother: _none, ...filed } = birthDossier();
    expect(supplement(filed, { child: { fullName: 'Lê Na' } })).toMatchObject({ ok: true });
    expect(list(supplement(filed, { mother: { personalId: '001192054321' } }))).toEqual([
      '/data/mother/fullName required',
    ]);
  });

  it.each<[Json | undefined, string]>([
    [undefined, '/data required'],
    [{}, '/data empty'],
    [{ child: {} }, '/data empty'],
  ])('refuses %j as empty, unless a note answers the agency', (data, error) => {
    expect(list(supplement(birthDossier(), data))).toEqual([error]);
    expect(supplement(birthDossier(), data, 'Đã nộp bản giấy')).toEqual({ ok: true, value: {} });
  });
});

describe('readCorrectionData', () => {
  it('takes paths and nested fields alike', () => {
    const byPath = {
      'child.fullName': 'Lê Na ',
      'child.homeTown.communeCode': '00008',
      mother: { fullName: 'Trần Thị Bính' },
    };
    expect(correction(birthDossier(), byPath)).toEqual({
      ok: true,
      value: {
        'child.fullName': 'Lê Na',
        'child.homeTown.communeCode': '00008',
        'mother.fullName': 'Trần Thị Bính',
      },
    });
  });

  it('points at the member as it was written', () => {
    expect(list(correction(birthDossier(), { 'child.dateOfBirth': 'x', child: { sex: 'x' } }))).toEqual([
      '/data/child.dateOfBirth not-a-date',
      '/data/child/sex unknown-value',
    ]);
  });

  it.each<[Json, string[]]>([
    [{}, ['/data empty']],
    [{ child: {} }, ['/data empty']],
    [{ applicant: { fullName: 'X' } }, ['/data/applicant/fullName not-correctable']],
    [{ 'deceased.fullName': 'X' }, ['/data/deceased.fullName not-correctable']],
    [{ 'child.nationality': 'US' }, ['/data/child.nationality not-correctable']],
    [{ 'child.birthCase': 'abandoned' }, ['/data/child.birthCase not-correctable']],
    [{ 'constructor.name': 'X' }, ['/data/constructor.name forbidden-key']],
    [{ 'child.weight': 3 }, ['/data/child.weight not-correctable']],
    [{ 'child.__proto__.x': 3 }, ['/data/child.__proto__.x forbidden-key']],
    [{ 'child.fullName': 'A', child: { fullName: 'B' } }, ['/data/child duplicate-key']],
    [{ child: 'x' }, ['/data/child not-an-object']],
    [{ 'child.fullName': null }, ['/data/child.fullName invalid-value']],
    [{ 'child.fullName': birthDossier().child.fullName }, ['/data/child.fullName unchanged']],
    [{ 'child.dateOfBirth': '2031-01-01' }, ['/data/child.dateOfBirth after-filing']],
    [{ '': 1 }, ['/data/ not-correctable']],
  ])('refuses %j', (data, errors) =>
    expect(list(correction(birthDossier(), data))).toEqual(expect.arrayContaining(errors)),
  );

  it('holds a death to the rules between fields', () => {
    expect(list(correction(deathDossier(), { 'deceased.dateOfBirth': '2027-01-01' }))).toEqual([
      '/data/death/occurredAt before-birth',
      '/data/deceased.dateOfBirth after-filing',
      '/data/deceased/personalId personal-id-of-other-birth-year',
    ]);
  });

  it('names what can be corrected', () => {
    const reading = correction(birthDossier(), { 'child.nationality': 'US' });
    expect(!reading.ok && reading.errors[0]?.params?.['allowed']).toContain('child.fullName, ');
  });
});
