import { type TimeSummary } from '../../statistics';

/** Share of both groups' judged cases that was on time; null where none was judged. */
export function onTimeOf({
  birth,
  death,
}: {
  readonly birth: TimeSummary | null;
  readonly death: TimeSummary | null;
}): number | null {
  const judged = (birth?.judged ?? 0) + (death?.judged ?? 0);
  return judged === 0 ? null : (judged - (birth?.late ?? 0) - (death?.late ?? 0)) / judged;
}
