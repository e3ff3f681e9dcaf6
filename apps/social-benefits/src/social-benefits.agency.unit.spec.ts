import { AgencyBench, MONDAY_AT_NINE, sampleBirth, sampleDeath } from '../../../libs/agency/test-support';
import { vietnamCalendar } from '@lienthong/calendar';
import { type BenefitRegime, type DeathProcedure } from '@lienthong/contracts';
import { createRates } from '@lienthong/simulation';
import fc from 'fast-check';
import { BENEFIT_LEVELS, benefitAmount } from './benefit-levels';
import { innerSteps } from './inner-steps';
import { type BenefitFacts, type BenefitRecord, socialBenefits } from './social-benefits.agency';

const DAY_OF_WORK = 8 * 3_600_000;
const agency = socialBenefits(vietnamCalendar, BENEFIT_LEVELS);

function bench(): AgencyBench<BenefitFacts, BenefitRecord> {
  return new AgencyBench(agency, { rates: createRates({ late: 0, supplement: 0, refusal: 0 }) });
}

function claim(regime: BenefitRegime, ...procedures: DeathProcedure[]): ReturnType<typeof sampleDeath> {
  const death = sampleDeath();
  return { ...death, procedures, benefits: { ...death.benefits!, regime } };
}

describe('social benefits', () => {
  it('decides each chosen procedure under a number of its own', () => {
    const one = bench();
    one.request(claim('social-insurance', 'funeral-allowance', 'survivor-benefits'), MONDAY_AT_NINE);
    const [sent] = one.fireNext()!;
    expect(sent?.type).toBe('vn.lienthong.benefit.decided.v1');
    expect(one.lastReport.result?.decisions).toEqual([
      { procedure: 'funeral-allowance', decisionNumber: '1/2026/QĐ-MTP', amountVnd: 23_400_000 },
      { procedure: 'survivor-benefits', decisionNumber: '1/2026/QĐ-TUAT', amountVnd: 1_170_000 },
    ]);
    expect(one.state?.record).toMatchObject({
      active: true,
      regime: 'social-insurance',
      deceasedName: 'Lê Văn Dũng',
    });
  });

  it('moves the amounts with a corrected day of death, under the same decisions', () => {
    const one = bench();
    one.request(claim('social-insurance', 'funeral-allowance'), MONDAY_AT_NINE);
    one.fireNext();
    const data = { 'death.occurredAt': '2024-01-05T03:20' };
    one.command('vn.lienthong.correction.ordered.v1', { correction: 1, data }, MONDAY_AT_NINE + 1);
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.benefit.corrected.v1');
    expect(one.lastReport.result?.decisions).toEqual([
      { procedure: 'funeral-allowance', decisionNumber: '1/2026/QĐ-MTP', amountVnd: 18_000_000 },
    ]);
  });

  it('decides only what was chosen', () => {
    const one = bench();
    one.request(claim('social-protection', 'funeral-allowance'), MONDAY_AT_NINE);
    one.fireNext();
    expect(one.lastReport.result?.decisions).toEqual([
      { procedure: 'funeral-allowance', decisionNumber: '1/2026/QĐ-MTP', amountVnd: 10_000_000 },
    ]);
  });

  it.each([
    ['social-insurance', ['insurance-office'], 8],
    ['social-protection', ['commune', 'district'], 5],
    ['merit', ['commune', 'district', 'province'], 17],
  ] as const)('works a %s claim through its levels %j within %d working days', (regime, levels, days) => {
    const one = bench();
    one.request(claim(regime, 'funeral-allowance'), MONDAY_AT_NINE);
    one.fireNext();
    const { startedAt, decidedAt } = one.lastReport;
    expect(vietnamCalendar.workingMs(startedAt, decidedAt)).toBeLessThan(days * DAY_OF_WORK);
    const { steps } = one.state!.record!;
    expect(steps.map(({ level }) => level)).toEqual(levels);
    expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([startedAt, decidedAt]);
  });

  it('refuses while the death is not registered', () => {
    const one = bench();
    one.request(claim('merit', 'funeral-allowance'), MONDAY_AT_NINE, {});
    one.fireNext();
    expect(one.lastReport).toMatchObject({ outcome: 'refused', reason: { code: 'death-not-registered' } });
  });

  it('has no work where no benefit was asked for', () => {
    const { benefits: _benefits, ...death } = sampleDeath();
    expect(() => bench().request(death, MONDAY_AT_NINE)).toThrow(TypeError);
    expect(() => bench().request(sampleBirth(), MONDAY_AT_NINE)).toThrow(TypeError);
  });
});

describe('benefitAmount', () => {
  it.each([
    ['funeral-allowance', 'merit', '2024-06-30', 18_000_000],
    ['funeral-allowance', 'merit', '2024-07-01T00:10', 23_400_000],
    ['funeral-allowance', 'social-protection', '2024-06-30', 7_200_000],
    ['survivor-benefits', 'social-insurance', '2024', 900_000],
    ['survivor-benefits', 'social-protection', '2026-01-01', 0],
  ] as const)('%s under %s for a death in %s', (procedure, regime, occurredAt, amount) => {
    expect(benefitAmount(procedure, regime, occurredAt, BENEFIT_LEVELS)).toBe(amount);
  });
});

describe('innerSteps', () => {
  it('touch, are in order, and share the office hours as the levels’ limits do', () => {
    const from = Date.parse('2026-03-02T07:30:00+07:00');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 * 86_400_000 }),
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        (wait, span) => {
          const startedAt = from + wait;
          const decidedAt = startedAt + span;
          const steps = innerSteps('merit', startedAt, decidedAt, vietnamCalendar);
          expect(steps[0]?.from).toBe(startedAt);
          expect(steps.at(-1)?.to).toBe(decidedAt);
          steps.forEach((step, i) => {
            expect(step.from).toBeLessThanOrEqual(step.to);
            if (i > 0) expect(step.from).toBe(steps[i - 1]!.to);
          });
          const share = (i: number): number => vietnamCalendar.workingMs(steps[i]!.from, steps[i]!.to);
          expect(Math.abs(share(0) / 5 - share(1) / 7)).toBeLessThan(2);
        },
      ),
    );
  });
});
