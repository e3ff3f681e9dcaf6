import { type CaseView, type Dossier, type LinkedAgencyId } from '@lienthong/contracts';
import { type ExpectedEnd, expectedEnd, ratesFor } from '@lienthong/simulation';
import { type Entry, expiredIn, withdrawnIn } from './timeline';

/** The default of `--seed`. */
const SEED = 63;

/**
 * The end that the oracle knows for a dossier whose applicant answers by script or not at all.
 * @param entries the timeline tells whose window ran out before the answer came: where time runs on while the system is
 * down, that is for the clock to say, and all else follows from it. A withdrawal that comes while an agency is being
 * stopped still counts: it has no result yet.
 */
export function endOfCase(
  dossier: Dossier,
  { dossierNumber, policy }: Pick<CaseView, 'dossierNumber' | 'policy'>,
  entries: readonly Entry[],
): ExpectedEnd {
  const expired = expiredIn(entries);
  const end = expectedEnd(dossier, dossierNumber, SEED, ratesFor(policy), { applicant: 'none' });
  const agencies = Object.keys(end.agencies) as LinkedAgencyId[];
  if (expired.has('civil-registry')) {
    const untouched = agencies.map((agency) => [agency, 'not-started'] as const);
    return {
      status: withdrawnIn(entries) ? 'withdrawn' : 'stopped',
      agencies: { ...Object.fromEntries(untouched), 'civil-registry': 'stopped' },
    };
  }
  const stopped = agencies.filter((agency) => expired.has(agency));
  if (stopped.length === 0) return end;
  return {
    status: 'partially-completed',
    agencies: { ...end.agencies, ...Object.fromEntries(stopped.map((agency) => [agency, 'stopped'])) },
  };
}
