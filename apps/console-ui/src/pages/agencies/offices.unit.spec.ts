import { desksOf, officesOf } from './offices';

const places = {
  provinces: [
    { code: '01', name: 'Hà Nội' },
    { code: '04', name: 'Cao Bằng' },
  ],
  communes: [
    ['00004', 'Phường Ba Đình', '01'],
    ['01273', 'Phường Thục Phán', '04'],
  ],
} as const;

describe('officesOf', () => {
  it('are communes with their province for the registry and the police', () => {
    expect(officesOf('residency', places, {})).toEqual([
      { value: '00004', label: 'Phường Ba Đình, Hà Nội' },
      { value: '01273', label: 'Phường Thục Phán, Cao Bằng' },
    ]);
  });

  it('are provinces for insurance and benefits', () => {
    expect(officesOf('social-benefits', places, {}).map(({ value }) => value)).toEqual(['01', '04']);
  });

  it("are an officer's own", () => {
    const own = officesOf('civil-registry', places, { agency: 'civil-registry', offices: ['01273'] });
    expect(own.map(({ value }) => value)).toEqual(['01273']);
  });
});

describe('desksOf', () => {
  it("are an officer's agency, or all", () => {
    expect(desksOf({ agency: 'residency' })).toEqual(['residency']);
    expect(desksOf({})).toHaveLength(4);
    expect(desksOf({ agency: 'judicial-records' })).toEqual([]);
  });
});
