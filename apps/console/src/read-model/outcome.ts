/** How a case, or one agency's part of it, ended. */
export interface Outcome {
  readonly result: 'completed' | 'refused' | 'stopped';
  readonly onTime: boolean;
  /** Supplement requests; more than 7 count as 7. */
  readonly supplements: number;
  readonly limitWorkingDays: number;
  /** Of the office hours that count against the limit. */
  readonly netBucket: number;
  /** Of the office hours in which the applicant owed a supplement; absent where that never was. */
  readonly applicantBucket?: number;
}

const RESULTS: readonly Outcome['result'][] = ['completed', 'refused', 'stopped'];
const MOST_SUPPLEMENTS = 7;
const MOST_DAYS = 63;
/** Buckets reach far beyond every year of the calendar. */
const BUCKETS = 512;

/**
 * An outcome as one small number, so that a tally by one facet counts everything that indicators are made of. From the least
 * significant: on time, result, supplements, limit, net bucket, applicant's bucket plus one (0: never waited for).
 */
export function packOutcome(outcome: Outcome): number {
  const { result, onTime, supplements, limitWorkingDays, netBucket, applicantBucket = -1 } = outcome;
  const days = Math.min(limitWorkingDays, MOST_DAYS);
  const asked = Math.min(supplements, MOST_SUPPLEMENTS);
  const net = Math.min(netBucket, BUCKETS - 1);
  const applicant = Math.min(applicantBucket + 1, BUCKETS - 1);
  return (
    ((((applicant * BUCKETS + net) * 64 + days) * 8 + asked) * 4 + RESULTS.indexOf(result)) * 2 +
    Number(onTime)
  );
}

export function unpackOutcome(packed: number): Outcome {
  const applicant = packed >> 21;
  return {
    onTime: packed % 2 === 1,
    result: RESULTS[(packed >> 1) % 4] ?? 'completed',
    supplements: (packed >> 3) % 8,
    limitWorkingDays: (packed >> 6) % 64,
    netBucket: (packed >> 12) % BUCKETS,
    ...(applicant === 0 ? undefined : { applicantBucket: applicant - 1 }),
  };
}
