import * as fc from 'fast-check';
import { isoDay } from '@lienthong/calendar';
import {
  formatDossierNumber,
  formatLocalNumber,
  isDossierNumber,
  parseDossierNumber,
  parseLocalNumber,
} from '.';

const thisCentury = {
  min: Date.parse('2000-01-01T00:00:00+07:00'),
  max: Date.parse('2099-12-31T23:59:59+07:00'),
};
const day = fc.integer(thisCentury).map(isoDay);

describe('the number of a linked dossier', () => {
  it('is the agency, the day and seven digits', () => {
    expect(formatDossierNumber('2026-11-22', 92_637)).toBe('G22.99.08-20261122-0092637');
    expect(formatDossierNumber('2026-11-22', 9_999_999)).toBe('G22.99.08-20261122-9999999');
  });

  it('is read back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 9_999_999 }), (filed, counter) => {
        const text = formatDossierNumber(filed, counter);
        expect(text).toHaveLength(26);
        expect(parseDossierNumber(text)).toEqual({ agency: 'G22.99.08', day: filed, counter });
      }),
    );
  });

  it.each([0, -1, 1.5, NaN, 10_000_000])('has no room for %p', (counter) => {
    expect(() => formatDossierNumber('2026-11-22', counter)).toThrow(
      expect.objectContaining({ code: 'DossierNumberRangeExhausted', counter }) as Error,
    );
  });

  it.each([
    'G22.99.08-20261122-0000000',
    'G22.99.08-20260230-0000001',
    'G22.99.08-20261122-00000001',
    'G22.99.08-20261122-000001',
    'G22.99.09-20261122-0000001',
    'G22x99x08-20261122-0000001',
    'G22.99.08-20261122-0000001\n',
    ' G22.99.08-20261122-0000001',
    '',
  ])('is not %j', (text) => {
    expect(isDossierNumber(text)).toBe(false);
  });
});

describe("an agency's own number", () => {
  it('is the agency, the short day and four digits, or more when a day needs more', () => {
    expect(formatLocalNumber('000.00.01.G12', '2024-07-01', 7)).toBe('000.00.01.G12-240701-0007');
    expect(formatLocalNumber('G09.20', '2026-06-09', 9_999)).toBe('G09.20-260609-9999');
    expect(formatLocalNumber('G09.20', '2026-06-09', 10_000)).toBe('G09.20-260609-10000');
  });

  it('is read back', () => {
    const agencyId = fc.constantFrom('000.00.01.G12', 'G09.20', '00004');
    fc.assert(
      fc.property(agencyId, day, fc.integer({ min: 1, max: 2_000_000 }), (agency, filed, counter) => {
        expect(parseLocalNumber(formatLocalNumber(agency, filed, counter))).toEqual({
          agencyId: agency,
          day: filed,
          counter,
        });
      }),
    );
  });

  it.each([0, -1, 0.5, NaN, Infinity])('cannot count %p', (counter) => {
    expect(() => formatLocalNumber('G09.20', '2026-06-09', counter)).toThrow(
      expect.objectContaining({ code: 'LocalNumberRangeExhausted' }) as Error,
    );
  });

  it.each([
    'G09.20-260609-0000',
    'G09.20-260631-0001',
    'G09.20-260609-00001',
    'G09.20-260609-001',
    'G09..20-260609-0001',
    '-260609-0001',
    'g09-260609-0001',
  ])('is not %j', (text) => {
    expect(parseLocalNumber(text)).toBeUndefined();
  });
});
