import * as fc from 'fast-check';
import { isoDay } from '@lienthong/calendar';
import {
  InvalidNumberPart,
  NO_INSURANCE_NUMBER,
  healthCardNumber,
  healthCardValidTo,
  insuranceNumberFor,
  isInsuranceNumber,
  parseHealthCardNumber,
} from '.';

describe('insurance numbers', () => {
  it('are two digits for the province and eight that count', () => {
    expect(insuranceNumberFor('01', 1)).toBe('0100000001');
    expect(insuranceNumberFor('96', 99_999_999)).toBe('9699999999');
  });

  it('are ten digits, and not the ten zeros of someone without one', () => {
    expect(isInsuranceNumber('0123456789')).toBe(true);
    for (const text of [NO_INSURANCE_NUMBER, '012345678', '01234567890', '012345678a'])
      expect(isInsuranceNumber(text)).toBe(false);
  });

  it.each([0, 100_000_000, 1.5, NaN])('have no room for %p', (counter) => {
    expect(() => insuranceNumberFor('01', counter)).toThrow(
      expect.objectContaining({ code: 'InsuranceNumberRangeExhausted' }) as Error,
    );
  });

  it('need a province', () => {
    expect(() => insuranceNumberFor('00', 1)).toThrow(InvalidNumberPart);
  });
});

describe("the number of a child's card", () => {
  it('is TE1, the province and the insurance number', () => {
    expect(healthCardNumber('01', '0100000001')).toBe('TE1010100000001');
  });

  it('is read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('01', '10', '79', '96'),
        fc.integer({ min: 1, max: 99_999_999 }),
        (provinceCode, counter) => {
          const insuranceNumber = insuranceNumberFor(provinceCode, counter);
          const card = healthCardNumber(provinceCode, insuranceNumber);
          expect(card).toHaveLength(15);
          expect(parseHealthCardNumber(card)).toEqual({ provinceCode, insuranceNumber });
        },
      ),
    );
  });

  it.each(['TE2010100000001', 'TE1000100000001', 'TE1010000000000', 'TE101010000000', 'te1010100000001', ''])(
    'is not %j',
    (text) => {
      expect(parseHealthCardNumber(text)).toBeUndefined();
    },
  );

  it('is not made of what is no province or no insurance number', () => {
    expect(() => healthCardNumber('99', '0100000001')).toThrow(InvalidNumberPart);
    expect(() => healthCardNumber('01', NO_INSURANCE_NUMBER)).toThrow(InvalidNumberPart);
  });
});

describe("how long a child's card is valid", () => {
  it.each([
    ['2026-01-01', '2032-09-30'],
    ['2024-02-29', '2030-09-30'],
    ['2026-09-30', '2032-09-30'],
    ['2026-10-01', '2032-10-31'],
    ['2026-11-10', '2032-11-30'],
    ['2026-12-31', '2032-12-31'],
  ])('born %s: to %s', (dateOfBirth, validTo) => {
    expect(healthCardValidTo(dateOfBirth)).toBe(validTo);
  });

  it('ends on a last day of a month, after the sixth birthday, and never before school begins', () => {
    const from = Date.parse('2015-01-01T00:00:00+07:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (days) => {
        const born = isoDay(from + days * 86_400_000);
        const validTo = new Date(`${healthCardValidTo(born)}T00:00:00Z`);
        const sixth = new Date(`${born}T00:00:00Z`);
        sixth.setUTCFullYear(sixth.getUTCFullYear() + 6);
        expect(new Date(validTo.getTime() + 86_400_000).getUTCDate()).toBe(1);
        // A child of 29 February is six on 1 March.
        expect(validTo.getTime()).toBeGreaterThanOrEqual(sixth.getTime());
        expect(validTo.getTime()).toBeGreaterThanOrEqual(Date.UTC(sixth.getUTCFullYear(), 8, 30));
        expect(validTo.getUTCFullYear()).toBe(sixth.getUTCFullYear());
      }),
    );
  });

  it.each(['2026-13-01', '2026-02-30', '2026', ''])('refuses %j', (dateOfBirth) => {
    expect(() => healthCardValidTo(dateOfBirth)).toThrow(InvalidNumberPart);
  });
});
