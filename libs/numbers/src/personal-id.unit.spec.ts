import * as fc from 'fast-check';
import { LEGACY_PROVINCES, survivingProvince } from '@lienthong/geography';
import {
  InvalidNumberPart,
  isPersonalId,
  matchesPerson,
  parsePersonalId,
  personalIdBucket,
  personalIdFor,
} from '.';

const provinceCode = fc.constantFrom(...LEGACY_PROVINCES.map(({ code }) => code));
const sex = fc.constantFrom('male' as const, 'female' as const);
const birthYear = fc.integer({ min: 1900, max: 2399 });
const counter = fc.integer({ min: 0, max: 999_999 });

describe('the structure of a personal id', () => {
  it('tells province, century, sex and birth year', () => {
    expect(parsePersonalId('001090012345')).toEqual({
      valid: true,
      value: { province: '01', sex: 'male', century: 20, birthYear: 1990, serial: '012345' },
    });
  });

  it.each([
    ['001190000001', 'female', 1990, 20],
    ['001226000001', 'male', 2026, 21],
    ['001326000001', 'female', 2026, 21],
    ['001400000001', 'male', 2100, 22],
    ['001799000001', 'female', 2299, 23],
    ['001999000001', 'female', 2399, 24],
  ])('%s: %s, born %i, century %i', (id, expectedSex, year, century) => {
    expect(parsePersonalId(id)).toMatchObject({
      valid: true,
      value: { sex: expectedSex, birthYear: year, century },
    });
  });

  it('takes the provinces of before the merger and those of today, and no other', () => {
    expect(isPersonalId('002090012345')).toBe(true);
    expect(isPersonalId('096090012345')).toBe(true);
    for (const id of ['003090012345', '000090012345', '097090012345', '101090012345']) {
      expect(parsePersonalId(id)).toEqual({ valid: false, fault: 'unknown-province' });
    }
  });

  it.each([
    '',
    '00109001234',
    '0010900123456',
    '00109001234a',
    ' 01090012345',
    '001090012345\n',
    '００１０９００１２３４５',
  ])('refuses %j', (text) => {
    expect(parsePersonalId(text)).toEqual({ valid: false, fault: 'not-12-digits' });
  });

  it('is compared with what is known of the person', () => {
    const id = '001192054321';
    expect(matchesPerson(id, { sex: 'female', dateOfBirth: '1992-03-05' })).toBe(true);
    expect(matchesPerson(id, {})).toBe(true);
    expect(matchesPerson(id, { sex: 'male' })).toBe(false);
    expect(matchesPerson(id, { dateOfBirth: '1993-03-05' })).toBe(false);
    expect(matchesPerson(id, { dateOfBirth: '2092-03-05' })).toBe(false);
    expect(matchesPerson('1', {})).toBe(false);
  });
});

describe('allocation of personal ids', () => {
  it('gives a valid id that says what was asked', () => {
    fc.assert(
      fc.property(
        provinceCode,
        sex,
        birthYear,
        counter,
        fc.constantFrom('surviving' as const, 'legacy' as const),
        (province, s, year, n, prefix) => {
          const id = personalIdFor({
            provinceCode: province,
            sex: s,
            birthYear: year,
            counter: n,
            provincePrefix: prefix,
          });
          expect(parsePersonalId(id)).toMatchObject({
            valid: true,
            value: {
              province: prefix === 'legacy' ? province : survivingProvince(province),
              sex: s,
              birthYear: year,
            },
          });
          expect(matchesPerson(id, { sex: s, dateOfBirth: `${year}-01-01` })).toBe(true);
        },
      ),
    );
  });

  it('gives every one of the 1,000,000 ids of a bucket exactly once', () => {
    const seen = new Uint8Array(1_000_000);
    for (let n = 0; n < 1_000_000; n++) {
      const id = personalIdFor({ provinceCode: '79', sex: 'female', birthYear: 2026, counter: n });
      seen[Number(id.slice(6))]! += 1;
    }
    expect(seen.every((times) => times === 1)).toBe(true);
  });

  it('gives every id once under any key', () => {
    fc.assert(
      fc.property(fc.integer(), (key) => {
        const ids = new Set<string>();
        for (let n = 0; n < 1_000_000; n += 97) {
          ids.add(personalIdFor({ provinceCode: '01', sex: 'male', birthYear: 2024, counter: n, key }));
        }
        expect(ids.size).toBe(Math.ceil(1_000_000 / 97));
      }),
      { numRuns: 20 },
    );
  });

  it('shows no order: neighbours are far apart, and the same count ends differently in another bucket', () => {
    const serial = (n: number, year: number): number =>
      Number(personalIdFor({ provinceCode: '01', sex: 'male', birthYear: year, counter: n }).slice(6));
    let distance = 0;
    let alike = 0;
    for (let n = 1; n <= 1_000; n++) {
      distance += Math.abs(serial(n, 2026) - serial(n - 1, 2026));
      if (serial(n, 2026) === serial(n, 2025)) alike++;
    }
    // Two random six-digit numbers are a third of the range apart on average.
    expect(distance / 1_000).toBeGreaterThan(300_000);
    expect(distance / 1_000).toBeLessThan(366_000);
    expect(alike).toBeLessThan(3);
  });

  it('spreads the last digits evenly', () => {
    const thousands = new Array<number>(1_000).fill(0);
    for (let n = 0; n < 100_000; n++) {
      const id = personalIdFor({ provinceCode: '01', sex: 'male', birthYear: 2026, counter: n });
      thousands[Number(id.slice(6, 9))]! += 1;
    }
    // 100 expected each; five standard deviations either way.
    expect(Math.min(...thousands)).toBeGreaterThan(50);
    expect(Math.max(...thousands)).toBeLessThan(150);
  });

  it('counts alike what begins alike', () => {
    const child = { sex: 'male', birthYear: 2026 } as const;
    expect(personalIdBucket({ ...child, provinceCode: '01' })).toBe('personal-id:001226');
    // Lào Cai was 10 and is 15: one bucket, or two children would get one id.
    expect(personalIdBucket({ ...child, provinceCode: '10' })).toBe(
      personalIdBucket({ ...child, provinceCode: '15' }),
    );
    expect(personalIdBucket({ ...child, provinceCode: '10', provincePrefix: 'legacy' })).toBe(
      'personal-id:010226',
    );
  });

  it.each([-1, 1_000_000, 0.5, NaN])('has no id for counter %p', (n) => {
    expect(() => personalIdFor({ provinceCode: '01', sex: 'male', birthYear: 2026, counter: n })).toThrow(
      expect.objectContaining({ code: 'PersonalIdRangeExhausted', counter: n }) as Error,
    );
  });

  it.each([
    { provinceCode: '03', birthYear: 2026 },
    { provinceCode: '1', birthYear: 2026 },
    { provinceCode: '01', birthYear: 1899 },
    { provinceCode: '01', birthYear: 2400 },
    { provinceCode: '01', birthYear: 2026.5 },
  ])('refuses %p', (parts) => {
    expect(() => personalIdFor({ ...parts, sex: 'male', counter: 1 })).toThrow(InvalidNumberPart);
    expect(() => personalIdBucket({ ...parts, sex: 'male' })).toThrow(InvalidNumberPart);
  });
});
