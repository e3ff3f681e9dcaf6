import { LINKED_AGENCIES, type LinkedAgencyId } from '@lienthong/contracts';
import { type DecisionCase, decideWork } from './decision.model';
import { handsOnMs } from './hands-on';
import { ratesFor } from './rates';

const MINUTE = 60_000;
const LONG = 100 * 60 * MINUTE;

function cases(agency: LinkedAgencyId, count: number): readonly DecisionCase[] {
  return Array.from({ length: count }, (_, n) => ({
    seed: 63,
    dossierNumber: `G22.99.08-20261116-${String(n).padStart(7, '0')}`,
    agency,
    step: 0,
    procedureGroup: agency === 'social-benefits' ? 'death' : 'birth',
    rates: ratesFor('nd63'),
  }));
}

describe('handsOnMs', () => {
  it.each([
    ['civil-registry', 20, 45, 31],
    ['residency', 15, 30, 21.7],
    ['health-insurance', 15, 30, 21.7],
    ['social-benefits', 15, 30, 21.7],
  ] as const)('at %s takes %d to %d minutes', (agency, low, high, mean) => {
    const minutes = cases(agency, 5_000).map((one) => handsOnMs(one, LONG) / MINUTE);
    expect(minutes.every(Number.isInteger)).toBe(true);
    expect(Math.min(...minutes)).toBe(low);
    expect(Math.max(...minutes)).toBe(high);
    expect(minutes.reduce((sum, one) => sum + one / minutes.length, 0)).toBeCloseTo(mean, 0);
  });

  it('is never longer than the decision takes', () => {
    for (const agency of LINKED_AGENCIES) {
      for (const one of cases(agency, 500)) {
        const { workingMs } = decideWork(one);
        expect(handsOnMs(one, workingMs)).toBeLessThanOrEqual(workingMs);
        expect(handsOnMs(one, MINUTE)).toBe(MINUTE);
      }
    }
  });

  it('is another for another step, agency and seed, and the same for the same', () => {
    const one = cases('residency', 200);
    const drawn = (change: Partial<DecisionCase>): readonly number[] =>
      one.map((given) => handsOnMs({ ...given, ...change }, LONG));
    expect(drawn({})).toEqual(drawn({}));
    for (const change of [{ step: 1 }, { agency: 'health-insurance' as const }, { seed: 64 }])
      expect(drawn(change)).not.toEqual(drawn({}));
  });
});
