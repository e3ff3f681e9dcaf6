import { type BirthDossier, type DeathDossier, type Simulation } from '@lienthong/contracts';
import { sampleBirth, sampleDeath } from '../../agency/test-support';
import fc from 'fast-check';
import { expectedEnd, type ExpectedEnd } from './oracle';
import { createRates, ratesFor } from './rates';

const NUMBER = 'G22.99.08-20261116-0000001';
const RATES = ratesFor('nd63');

function scripted(simulation: Simulation, changes: Partial<BirthDossier> = {}): ExpectedEnd {
  const dossier = sampleBirth({ ...changes, simulation });
  return expectedEnd(dossier, NUMBER, 63, RATES, { applicant: 'simulated' });
}

describe('expectedEnd of a scripted dossier', () => {
  it('is completed where everyone approves, verified or not', () => {
    expect(scripted({ residency: ['verify', 'approve'] })).toEqual({
      status: 'completed',
      agencies: { 'civil-registry': 'completed', residency: 'completed', 'health-insurance': 'completed' },
    });
  });

  it('ends with the registry: the other agencies never start', () => {
    const agencies = { residency: 'not-started', 'health-insurance': 'not-started' };
    expect(scripted({ 'civil-registry': ['refuse'] })).toEqual({
      status: 'refused',
      agencies: { 'civil-registry': 'refused', ...agencies },
    });
    expect(scripted({ 'civil-registry': ['request-supplement'], applicant: ['ignore'] })).toEqual({
      status: 'stopped',
      agencies: { 'civil-registry': 'stopped', ...agencies },
    });
    expect(scripted({ 'civil-registry': ['request-supplement'], applicant: ['withdraw'] })).toEqual({
      status: 'withdrawn',
      agencies: { 'civil-registry': 'stopped', ...agencies },
    });
  });

  it('is partly completed where another agency refuses or waits in vain', () => {
    expect(scripted({ residency: ['refuse'], 'health-insurance': ['request-supplement'] })).toEqual({
      status: 'partially-completed',
      agencies: { 'civil-registry': 'completed', residency: 'refused', 'health-insurance': 'stopped' },
    });
  });

  it('goes on with a supplement', () => {
    expect(scripted({ residency: ['request-supplement'], applicant: ['provide'] }).status).toBe('completed');
  });

  it('leaves open what depends on when the applicant withdrew', () => {
    const withdrawal = scripted({ residency: ['request-supplement'], applicant: ['withdraw'] });
    expect(withdrawal).toEqual({
      status: 'withdrawn',
      agencies: { 'civil-registry': 'completed', residency: 'stopped' },
    });
  });

  it('tells of chosen agencies only', () => {
    const chosen = ['birth-registration', 'health-insurance-card'] as const;
    expect(scripted({ residency: ['refuse'] }, { procedures: chosen })).toEqual({
      status: 'completed',
      agencies: { 'civil-registry': 'completed', 'health-insurance': 'completed' },
    });
  });
});

describe('expectedEnd of a drawn dossier', () => {
  const numbers = Array.from(
    { length: 10_000 },
    (_, n) => `G22.99.08-20261116-${String(n + 1).padStart(7, '0')}`,
  );
  const ends = (
    dossier: BirthDossier | DeathDossier,
    applicant: 'simulated' | 'none',
  ): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const number of numbers) {
      const { status } = expectedEnd(dossier, number, 63, RATES, { applicant });
      counts[status] = (counts[status] ?? 0) + 1 / numbers.length;
    }
    return counts;
  };

  it('keeps the shares over 10,000 births', () => {
    const shares = ends(sampleBirth(), 'simulated');
    // (0.98 × 0.98 × 0.98) less what supplements lose.
    expect(shares['completed']).toBeGreaterThan(0.91);
    expect(shares['completed']).toBeLessThan(0.95);
    expect(shares['refused']).toBeGreaterThan(0.016);
    expect(shares['refused']).toBeLessThan(0.027);
    expect(shares['partially-completed']).toBeGreaterThan(0.035);
    expect(shares['partially-completed']).toBeLessThan(0.06);
    expect(shares['withdrawn']).toBeGreaterThan(0.0008);
    expect(shares['withdrawn']).toBeLessThan(0.005);
    expect(shares['stopped']).toBeGreaterThan(0.001);
    expect(shares['stopped']).toBeLessThan(0.007);
  });

  it('loses every supplement where nobody answers', () => {
    const shares = ends(sampleDeath(), 'none');
    expect(shares['stopped']).toBeGreaterThan(0.07);
    expect(shares['stopped']).toBeLessThan(0.09);
    expect(shares['withdrawn']).toBeUndefined();
  });

  it('is refused for certain when every decision is', () => {
    const rates = createRates({ refusal: 1, supplement: 0, verification: 0 })('nd63');
    const end = expectedEnd(sampleDeath(), NUMBER, 63, rates, { applicant: 'simulated' });
    expect(end.status).toBe('refused');
  });

  it('agrees with itself: the status follows from the agencies', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 9_999_999 }), (seed, n) => {
        const number = `G22.99.08-20261116-${String(n).padStart(7, '0')}`;
        const { status, agencies } = expectedEnd(sampleBirth(), number, seed, RATES, {
          applicant: 'simulated',
        });
        const branches = [agencies.residency, agencies['health-insurance']];
        if (agencies['civil-registry'] !== 'completed') {
          expect(branches).toEqual(['not-started', 'not-started']);
        } else {
          expect(status).toBe(
            branches.every((branch) => branch === 'completed') ? 'completed' : 'partially-completed',
          );
        }
      }),
    );
  });
});
