import { readCorrectionData } from './correction-data';
import { readSupplementData } from './supplement-data';

const list = (reading: { ok: boolean; errors?: readonly { pointer: string; code: string }[] }): unknown =>
  reading.errors?.map(({ pointer, code }) => `${pointer} ${code}`);

describe('readSupplementData', () => {
  it('takes parts of the open blocks, in canonical form, and what no form foresees', () => {
    const data = { child: { fullName: ' Lê Na ' }, delivery: 'postal', scan: ['page 1'] };
    expect(readSupplementData('birth', data)).toEqual({
      ok: true,
      value: { ...data, child: { fullName: 'Lê Na' } },
    });
  });

  it('keeps what was fixed by the filing', () => {
    const data = { agencies: {}, procedures: [], procedureGroup: 'death', benefits: { regime: 'merit' } };
    expect(list(readSupplementData('death', data))).toEqual([
      '/data/agencies frozen-field',
      '/data/procedures frozen-field',
      '/data/procedureGroup frozen-field',
      '/data/benefits/regime frozen-field',
    ]);
  });

  it('checks the blocks it knows', () => {
    const data = { child: { dateOfBirth: '2026-02-30', weight: 3 }, mother: 'x', delivery: 'fax' };
    expect(list(readSupplementData('birth', data))).toEqual([
      '/data/child/weight unknown-field',
      '/data/child/dateOfBirth not-a-date',
      '/data/mother not-an-object',
      '/data/delivery unknown-value',
    ]);
  });
});

describe('readCorrectionData', () => {
  it('takes paths and nested fields alike', () => {
    const byPath = {
      'child.fullName': 'Lê Na',
      'child.homeTown.communeCode': '00008',
      mother: { dateOfBirth: '1991-01-01' },
    };
    expect(readCorrectionData('birth', byPath)).toEqual({
      ok: true,
      value: {
        'child.fullName': 'Lê Na',
        'child.homeTown.communeCode': '00008',
        'mother.dateOfBirth': '1991-01-01',
      },
    });
  });

  it('points at the member as it was written', () => {
    expect(list(readCorrectionData('birth', { 'child.dateOfBirth': 'x', child: { sex: 'x' } }))).toEqual([
      '/data/child.dateOfBirth not-a-date',
      '/data/child/sex unknown-value',
    ]);
  });

  it.each([
    [{}, ['/data empty']],
    [{ child: {} }, ['/data empty']],
    [{ applicant: { fullName: 'X' } }, ['/data/applicant not-correctable']],
    [{ 'deceased.fullName': 'X' }, ['/data/deceased.fullName not-correctable']],
    [{ 'constructor.name': 'X' }, ['/data/constructor.name not-correctable']],
    [{ 'child.weight': 3 }, ['/data/child.weight unknown-field']],
    [{ 'child.__proto__.x': 3 }, ['/data/child.__proto__.x forbidden-key']],
    [{ 'child.fullName': 'A', child: { fullName: 'B' } }, ['/data/child duplicate-key']],
    [{ child: 'x' }, ['/data/child not-an-object']],
    [{ 'child.fullName': null }, ['/data/child.fullName invalid-value']],
    [{ '': 1 }, ['/data/ not-correctable']],
  ])('refuses %j', (data, errors) => expect(list(readCorrectionData('birth', data))).toEqual(errors));
});
