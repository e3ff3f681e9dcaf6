import { vietnamCalendar } from '@lienthong/calendar';
import { LINKED_AGENCIES } from '@lienthong/contracts';
import fc from 'fast-check';
import { type AskedApplicant, applicantMove, moveOf } from './applicant.model';

const ASKED_AT = Date.parse('2024-07-05T16:20:00+07:00');

const asked: AskedApplicant = {
  seed: 63,
  dossierNumber: 'G22.99.08-20240705-0000001',
  agency: 'civil-registry',
  attempt: 1,
  askedAt: ASKED_AT,
  calendar: vietnamCalendar,
};

function numbered(n: number, agency: AskedApplicant['agency'] = 'civil-registry'): AskedApplicant {
  return { ...asked, agency, dossierNumber: `G22.99.08-20240705-${String(n).padStart(7, '0')}` };
}

describe('applicantMove', () => {
  it('answers after the request and within the window of 7 working days, on a whole minute', () => {
    const windowEnd = vietnamCalendar.limit(ASKED_AT, 7).dueAt;
    for (let n = 1; n <= 5_000; n++) {
      const { move, at } = applicantMove(numbered(n));
      if (move === 'ignore') continue;
      expect(at).toBeGreaterThan(ASKED_AT);
      expect(at).toBeLessThan(windowEnd);
      expect(at % 60_000).toBe(0);
    }
  });

  it('mostly provides, seldom ignores or withdraws', () => {
    const counts = { provide: 0, ignore: 0, withdraw: 0 };
    for (let n = 1; n <= 20_000; n++) counts[moveOf(numbered(n))]++;
    expect(counts.ignore / 20_000).toBeCloseTo(0.04, 2);
    expect(counts.withdraw / 20_000).toBeCloseTo(0.03, 2);
    expect(counts.provide).toBeGreaterThan(18_000);
  });

  it('draws withdrawals at the registry only', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(...LINKED_AGENCIES.slice(1)),
        (n, agency) => moveOf(numbered(n, agency)) !== 'withdraw',
      ),
      { numRuns: 2_000 },
    );
  });

  it('follows a script by request, then provides', () => {
    const simulation = { applicant: ['ignore', 'withdraw'] as const };
    const moves = [1, 2, 3].map((attempt) => moveOf({ ...asked, agency: 'residency', attempt, simulation }));
    expect(moves).toEqual(['ignore', 'withdraw', 'provide']);
  });

  it('leaves a scripted dossier without moves to the integrator', () => {
    expect(applicantMove({ ...asked, simulation: { residency: ['request-supplement'] } })).toEqual({
      move: 'ignore',
      at: ASKED_AT,
    });
  });
});
