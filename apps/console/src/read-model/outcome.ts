/** How a case, or one agency's part of it, ended. */
export interface Outcome {
  readonly result: 'completed' | 'refused' | 'stopped';
  readonly onTime: boolean;
  /** Supplement requests; more than 7 count as 7. */
  readonly supplements: number;
  readonly limitWorkingDays: number;
  /** Of its working time. */
  readonly bucket: number;
}

const RESULTS: readonly Outcome['result'][] = ['completed', 'refused', 'stopped'];
const MOST_SUPPLEMENTS = 7;
const MOST_DAYS = 63;

/** An outcome as one small number, so that a tally by one facet counts everything that indicators are made of. */
export function packOutcome({ result, onTime, supplements, limitWorkingDays, bucket }: Outcome): number {
  const days = Math.min(limitWorkingDays, MOST_DAYS);
  const asked = Math.min(supplements, MOST_SUPPLEMENTS);
  return (((bucket * 64 + days) * 8 + asked) * 4 + RESULTS.indexOf(result)) * 2 + Number(onTime);
}

export function unpackOutcome(packed: number): Outcome {
  return {
    onTime: packed % 2 === 1,
    result: RESULTS[(packed >> 1) % 4] ?? 'completed',
    supplements: (packed >> 3) % 8,
    limitWorkingDays: (packed >> 6) % 64,
    bucket: packed >> 12,
  };
}
