import {
  AgencyBench,
  MONDAY_AT_NINE,
  Registers,
  sampleBirth,
  sampleDeath,
} from '../../../libs/agency/test-support';
import { isInsuranceNumber } from '@lienthong/numbers';
import { type CardFacts, type CardRecord, healthInsurance } from './health-insurance.agency';

const birth = sampleBirth({ simulation: {} });

function bench(id?: string, registers?: Registers): AgencyBench<CardFacts, CardRecord> {
  return new AgencyBench(healthInsurance, { pace: 'instant' }, id, registers);
}

describe('health insurance', () => {
  it('issues a card valid from birth until school begins', () => {
    const one = bench();
    const sent = one.request(birth, MONDAY_AT_NINE);
    expect(sent.map(({ type }) => type)).toEqual(['vn.lienthong.health-card.issued.v1']);
    const { cardNumber, insuranceNumber, validFrom, validTo } = one.lastReport.result!;
    expect(cardNumber).toBe(`TE101${insuranceNumber}`);
    expect(isInsuranceNumber(insuranceNumber!)).toBe(true);
    expect([validFrom, validTo]).toEqual(['2026-11-10', '2032-11-30']);
    expect(one.state?.record).toMatchObject({
      active: true,
      personalId: '001226000001',
      initialFacility: '01001',
    });
  });

  it('gives every child an insurance number of its own', () => {
    const registers = new Registers();
    const numbers = ['a', 'b', 'c'].map((id) => {
      const one = bench(id, registers);
      one.request(birth, MONDAY_AT_NINE);
      return one.lastReport.result?.insuranceNumber;
    });
    expect(new Set(numbers).size).toBe(3);
  });

  it('refuses a child that is not registered', () => {
    const one = bench();
    one.request(birth, MONDAY_AT_NINE, {});
    expect(one.lastReport).toMatchObject({ outcome: 'refused', reason: { code: 'child-not-registered' } });
  });

  it('moves the validity with a corrected date of birth, and keeps the number', () => {
    const one = bench();
    one.request(birth, MONDAY_AT_NINE);
    const before = one.lastReport.result;
    const data = { 'child.dateOfBirth': '2026-08-10', 'child.ethnicity': 'Tày' };
    one.command('vn.lienthong.correction.ordered.v1', { correction: 1, data }, MONDAY_AT_NINE);
    expect(one.lastReport.result).toEqual({ ...before, validFrom: '2026-08-10', validTo: '2032-09-30' });
  });

  it('has no work on a death', () => {
    expect(() => bench().request(sampleDeath(), MONDAY_AT_NINE)).toThrow(TypeError);
  });
});
