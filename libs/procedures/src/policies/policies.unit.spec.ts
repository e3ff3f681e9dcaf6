import { isoDay, vietnamCalendar } from '@lienthong/calendar';
import { type BenefitRegime, type LinkedAgencyId, type PolicyId } from '@lienthong/contracts';
import { at } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { appointmentOf, limitsFor, policyFor } from '.';

describe('policyFor', () => {
  it.each<[string, PolicyId]>([
    ['2023-07-09T23:59', 'legacy-paper'],
    ['2023-07-10T00:00', 'pilot-2023'],
    ['2024-06-30T23:59', 'pilot-2023'],
    ['2024-07-01T00:00', 'nd63'],
    ['2026-11-22T10:00', 'nd63'],
  ])('takes the profile of the filing day: %s → %s', (local, policy) => {
    expect(policyFor(at(local))).toBe(policy);
  });

  it('refuses what is no instant', () => {
    expect(() => policyFor(NaN)).toThrow(RangeError);
  });
});

describe('limits, in working days', () => {
  const of = (policy: PolicyId, agency: LinkedAgencyId): number =>
    limitsFor(policy, birthDossier()).of(agency).workingDays;

  it.each<[PolicyId, number, number, number, number, number, number]>([
    ['nd63', 0, 2, 5, 2, 3, 5],
    ['moj-report', 0, 3, 5, 3, 4, 6],
    ['pilot-2023', 0, 3, 5, 3, 4, 6],
    ['legacy-paper', 5, 16, 16, 16, 21, 21],
  ])('of births under %s', (policy, registry, residence, verified, card, total, totalVerified) => {
    const limits = limitsFor(policy, birthDossier());
    expect([of(policy, 'civil-registry'), of(policy, 'residency'), of(policy, 'health-insurance')]).toEqual([
      registry,
      residence,
      card,
    ]);
    expect(limits.of('residency').verifiedWorkingDays).toBe(verified);
    expect(limits.total).toEqual({ workingDays: total, verifiedWorkingDays: totalVerified });
  });

  it.each<[PolicyId, BenefitRegime, number, number]>([
    ['nd63', 'social-protection', 5, 6],
    ['nd63', 'social-insurance', 8, 10],
    ['nd63', 'merit', 17, 18],
    ['moj-report', 'merit', 9, 10],
    ['pilot-2023', 'social-protection', 9, 10],
    ['legacy-paper', 'merit', 20, 25],
  ])('of deaths under %s by regime %s', (policy, regime, benefit, total) => {
    const dossier = deathDossier();
    const limits = limitsFor(policy, { ...dossier, benefits: { ...dossier.benefits!, regime } });
    expect(limits.of('social-benefits').workingDays).toBe(benefit);
    expect(limits.total.workingDays).toBe(total);
    expect(limits.of('residency').workingDays).toBe(policy === 'legacy-paper' ? 20 : 2);
  });

  it.each<[PolicyId, number]>([
    ['nd63', 3],
    ['moj-report', 10],
  ])('of a death without benefits under %s', (policy, total) => {
    const limits = limitsFor(policy, deathDossier(['death-registration', 'residence-deletion']));
    expect(limits.total.workingDays).toBe(total);
    expect(() => limits.of('social-benefits')).toThrow(RangeError);
    expect(() => limits.of('health-insurance')).toThrow(RangeError);
  });
});

describe('appointmentOf', () => {
  it.each([
    ['2024-11-04T09:00', '2024-11-07'],
    ['2024-11-04T15:00', '2024-11-08'],
    ['2024-11-09T09:00', '2024-11-14'],
  ])('is 17:00 of the last day of the total limit: filed %s → %s', (local, day) => {
    const { dueAt } = appointmentOf(birthDossier(), 'nd63', at(local));
    expect(dueAt).toBe(at(`${day}T17:00`));
    expect(isoDay(dueAt)).toBe(day);
  });

  it('says when it rests on holidays that are not decreed yet', () => {
    expect(appointmentOf(birthDossier(), 'nd63', at('2027-03-01T09:00')).provisional).toBe(true);
    expect(vietnamCalendar.limit(at('2024-11-04T09:00'), 3).provisional).toBe(false);
  });
});
