import { LINKED_AGENCIES } from './agencies';
import { ALL_PROCEDURES } from './procedures';
import { AGENCY_NUMBERS, PROCEDURE_BITS } from './stable-codes';

/** Stored data and seeded runs rely on these: lines may be added, none may change or go. */
const GIVEN_BITS = {
  'birth-registration': 0,
  'permanent-residence': 1,
  'health-insurance-card': 2,
  'death-registration': 3,
  'residence-deletion': 4,
  'funeral-allowance': 5,
  'survivor-benefits': 6,
};
const GIVEN_NUMBERS = { 'civil-registry': 0, residency: 1, 'health-insurance': 2, 'social-benefits': 3 };

describe('codes that are stored', () => {
  it('never change', () => {
    expect(PROCEDURE_BITS).toMatchObject(GIVEN_BITS);
    expect(AGENCY_NUMBERS).toMatchObject(GIVEN_NUMBERS);
  });

  it('are given once each, within 31 bits', () => {
    const bits = ALL_PROCEDURES.map((procedure) => PROCEDURE_BITS[procedure]);
    expect(new Set(bits).size).toBe(bits.length);
    expect(bits.every((bit) => Number.isInteger(bit) && bit >= 0 && bit <= 30)).toBe(true);
    const numbers = LINKED_AGENCIES.map((agency) => AGENCY_NUMBERS[agency]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
