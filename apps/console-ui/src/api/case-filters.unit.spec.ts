import { type CaseFilters, casesPath, readFilters, readSort, selectionOf } from './case-filters';

const read = (path: string): CaseFilters => readFilters(new URL(path, 'http://console').searchParams);

describe('the filters of the case list', () => {
  it('are the same after they went through an address', () => {
    const filters: CaseFilters = {
      number: 'G22.99.08-2026',
      status: ['submitted', 'in-progress'],
      procedureGroup: 'birth',
      agency: 'residency',
      province: '01',
      commune: '00004',
      policy: 'nd63',
      overdue: true,
      dueWithin: 0,
      incident: true,
      withoutOwner: true,
      from: '2026-11-01',
      to: '2026-11-22',
    };
    expect(read(casesPath(filters, 'appointment'))).toEqual(filters);
    expect(casesPath({ status: ['submitted', 'in-progress'] })).toBe('/cases?status=submitted,in-progress');
    expect(casesPath({})).toBe('/cases');
  });

  it('leave out what no filter can be', () => {
    expect(
      read('/cases?status=gone,refused&agency=police&dueWithin=-1&overdue=maybe&from=yesterday&number=%20'),
    ).toEqual({ status: ['refused'] });
    expect(read('/cases?dueWithin=1.5&status=&from=2026-13-45&province=x&commune=1')).toEqual({});
  });

  it('take a number as it is written or pasted', () => {
    expect(read('/cases?number=%20g22.99.08-20261104-0000018%0A')).toEqual({
      number: 'G22.99.08-20261104-0000018',
    });
  });

  it('ask for whole days of Vietnam, the last one included', () => {
    expect(selectionOf({ from: '2026-10-30', to: '2026-10-31', overdue: true })).toEqual({
      overdue: true,
      from: '2026-10-30T00:00:00+07:00',
      to: '2026-11-01T00:00:00+07:00',
    });
  });

  it('sort by filing, newest first, unless the address says otherwise', () => {
    expect(readSort(new URLSearchParams('sort=appointment'))).toBe('appointment');
    expect(readSort(new URLSearchParams('sort=name'))).toBe('-submittedAt');
  });
});
