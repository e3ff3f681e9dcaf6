import { type LinkedAgencyId } from '@lienthong/contracts';
import fc from 'fast-check';
import { type DecisionCase, decideWork } from './decision.model';
import { createRates, ratesFor } from './rates';

const MINUTE = 60_000;
const DAY_OF_WORK = 8 * 60 * MINUTE;

const ordinary: DecisionCase = {
  seed: 63,
  dossierNumber: 'G22.99.08-20261116-0000001',
  agency: 'residency',
  step: 0,
  procedureGroup: 'birth',
  rates: ratesFor('nd63'),
};

function dossierNumber(n: number): string {
  return `G22.99.08-20261116-${String(n).padStart(7, '0')}`;
}

function shareOf(count: number, pick: (n: number) => boolean): number {
  let hits = 0;
  for (let n = 1; n <= count; n++) if (pick(n)) hits++;
  return hits / count;
}

const agencies = fc.constantFrom<LinkedAgencyId>(
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
);
const cases = fc.record({
  seed: fc.integer(),
  dossierNumber: fc.integer({ min: 1, max: 9_999_999 }).map(dossierNumber),
  agency: agencies,
  step: fc.integer({ min: 0, max: 4 }),
  procedureGroup: fc.constantFrom('birth' as const, 'death' as const),
  regime: fc.constantFrom('social-insurance' as const, 'social-protection' as const, 'merit' as const),
  rates: fc.constantFrom(ratesFor('nd63'), ratesFor('moj-report'), ratesFor('legacy-paper')),
});

describe('decideWork', () => {
  it('is the same for the same case, for good: replays of old runs depend on it', () => {
    const drawn = [1, 2, 3, 4, 5].map((n) => decideWork({ ...ordinary, dossierNumber: dossierNumber(n) }));
    expect(drawn).toEqual(
      drawn.map((_, i) => decideWork({ ...ordinary, dossierNumber: dossierNumber(i + 1) })),
    );
    expect(drawn).toMatchInlineSnapshot(`
      [
        {
          "decision": "approve",
          "workingMs": 18540000,
        },
        {
          "decision": "approve",
          "workingMs": 43440000,
        },
        {
          "decision": "approve",
          "workingMs": 16620000,
        },
        {
          "decision": "approve",
          "workingMs": 24660000,
        },
        {
          "decision": "approve",
          "workingMs": 30960000,
        },
      ]
    `);
  });

  it('gives other seeds, agencies and dossiers other draws', () => {
    const differs = (change: Partial<DecisionCase>): number =>
      shareOf(2_000, (n) => {
        const one = { ...ordinary, dossierNumber: dossierNumber(n) };
        return decideWork(one).workingMs !== decideWork({ ...one, ...change }).workingMs;
      });
    expect(differs({ seed: 64 })).toBeGreaterThan(0.95);
    expect(differs({ dossierNumber: dossierNumber(9_000_000) })).toBeGreaterThan(0.95);
  });

  it.each<[LinkedAgencyId, 'birth' | 'death']>([
    ['civil-registry', 'birth'],
    ['residency', 'birth'],
    ['residency', 'death'],
    ['health-insurance', 'birth'],
    ['social-benefits', 'death'],
  ])('keeps the rates over 20,000 dossiers: %s of a %s', (agency, procedureGroup) => {
    const count = 20_000;
    const shares = new Map<string, number>();
    for (let n = 1; n <= count; n++) {
      const one = { ...ordinary, dossierNumber: dossierNumber(n), agency, procedureGroup };
      const { decision } = decideWork(one);
      shares.set(decision, (shares.get(decision) ?? 0) + 1 / count);
    }
    const share = (decision: string): number => shares.get(decision) ?? 0;
    expect(share('request-supplement')).toBeGreaterThan(0.074);
    expect(share('request-supplement')).toBeLessThan(0.086);
    expect(share('refuse')).toBeGreaterThan(0.017);
    expect(share('refuse')).toBeLessThan(0.023);
    const verified = share('verify');
    if (agency === 'residency' && procedureGroup === 'birth') {
      expect(verified).toBeGreaterThan(0.094);
      expect(verified).toBeLessThan(0.106);
    } else {
      expect(verified).toBe(0);
    }
  });

  it('keeps one supplement request an agency, and one verification', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const decisions = [0, 1, 2, 3, 4].map((step) => decideWork({ ...one, step }).decision);
        const end = decisions.findIndex((decision) => decision === 'approve' || decision === 'refuse');
        const path = decisions.slice(0, end + 1);
        expect(end).toBeGreaterThanOrEqual(0);
        expect(decisions.slice(1)).not.toContain('request-supplement');
        expect(path.filter((decision) => decision === 'verify').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a positive whole number of minutes', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { workingMs } = decideWork(one);
        expect(workingMs).toBeGreaterThanOrEqual(MINUTE);
        expect(workingMs % MINUTE).toBe(0);
      }),
    );
  });

  it('is late in about 3 % of the final decisions, and then beyond any reading of the limit', () => {
    const limit = 2;
    const drawn = Array.from({ length: 20_000 }, (_, n) =>
      decideWork({ ...ordinary, agency: 'health-insurance', dossierNumber: dossierNumber(n) }),
    );
    const beyond = drawn.filter(({ workingMs }) => workingMs > limit * DAY_OF_WORK);
    const final = drawn.filter(({ decision }) => decision !== 'request-supplement');
    expect(beyond.filter(({ decision }) => decision === 'request-supplement')).toEqual([]);
    expect(beyond.filter(({ workingMs }) => workingMs <= (limit + 1) * DAY_OF_WORK)).toEqual([]);
    expect(beyond.length / final.length).toBeGreaterThan(0.026);
    expect(beyond.length / final.length).toBeLessThan(0.034);
  });

  it.each([
    ['social-insurance', 8],
    ['social-protection', 5],
    ['merit', 17],
  ] as const)('works a %s benefit within its %d working days', (regime, days) => {
    const rates = createRates({ late: 0 })('nd63');
    for (let n = 1; n <= 2_000; n++) {
      const { workingMs } = decideWork({
        ...ordinary,
        agency: 'social-benefits',
        procedureGroup: 'death',
        dossierNumber: dossierNumber(n),
        regime,
        rates,
      });
      expect(workingMs).toBeLessThan(days * DAY_OF_WORK);
    }
  });

  it('registers within two office hours, so that what is filed before the cut-off is done the same day', () => {
    const rates = createRates({ late: 0 })('nd63');
    const longest = Math.max(
      ...Array.from({ length: 2_000 }, (_, n) => {
        const one = {
          ...ordinary,
          agency: 'civil-registry' as const,
          rates,
          dossierNumber: dossierNumber(n),
        };
        return decideWork(one).workingMs;
      }),
    );
    expect(longest).toBeLessThan(120 * MINUTE);
  });

  it('verifies on site for one to three working days', () => {
    const rates = createRates({ late: 0, verification: 1, supplement: 0, refusal: 0 })('nd63');
    for (let n = 1; n <= 1_000; n++) {
      const one = { ...ordinary, rates, dossierNumber: dossierNumber(n) };
      expect(decideWork(one).decision).toBe('verify');
      const { decision, workingMs } = decideWork({ ...one, step: 1 });
      expect(decision).toBe('approve');
      expect(workingMs / DAY_OF_WORK).toBeGreaterThanOrEqual(1);
      expect(workingMs / DAY_OF_WORK).toBeLessThanOrEqual(3);
    }
  });
});

describe('a scripted dossier', () => {
  const scripted = (
    script: DecisionCase['simulation'],
    agency: LinkedAgencyId = 'residency',
  ): readonly string[] =>
    [0, 1, 2, 3].map((step) => decideWork({ ...ordinary, agency, simulation: script, step }).decision);

  it('follows its script and approves after it', () => {
    expect(scripted({ residency: ['request-supplement', 'request-supplement', 'verify'] })).toEqual([
      'request-supplement',
      'request-supplement',
      'verify',
      'approve',
    ]);
  });

  it('approves at agencies that the script does not name', () => {
    expect(scripted({ 'health-insurance': ['refuse'] })).toEqual([
      'approve',
      'approve',
      'approve',
      'approve',
    ]);
  });

  it('takes a verification that makes no sense as an approval', () => {
    expect(scripted({ 'civil-registry': ['verify'] }, 'civil-registry')[0]).toBe('approve');
    expect(scripted({ residency: ['verify', 'verify'] })).toEqual([
      'verify',
      'approve',
      'approve',
      'approve',
    ]);
    const death = {
      ...ordinary,
      procedureGroup: 'death' as const,
      simulation: { residency: ['verify' as const] },
    };
    expect(decideWork(death).decision).toBe('approve');
  });

  it('is never late', () => {
    const rates = createRates({ late: 1 })('nd63');
    const one = { ...ordinary, agency: 'civil-registry' as const, rates };
    expect(decideWork(one).workingMs).toBeGreaterThan(DAY_OF_WORK);
    expect(decideWork({ ...one, simulation: {} }).workingMs).toBeLessThan(120 * MINUTE);
  });
});

describe('createRates', () => {
  it('replaces the planning values of every policy', () => {
    expect(createRates({ supplement: 0.15 })('moj-report')).toEqual({
      ...ratesFor('moj-report'),
      supplement: 0.15,
    });
  });

  it('refuses what is no share', () => {
    expect(() => createRates({ refusal: 1.5 })).toThrow('refusal');
    expect(() => createRates({ late: NaN })).toThrow('late');
    expect(() => createRates({ refusal: 0.5, supplement: 0.5 })).toThrow('add up');
    expect(() => createRates({ ignoredSupplement: 0.9, withdrawal: 0.2 })).toThrow('add up');
  });
});
