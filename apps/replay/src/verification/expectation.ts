import { type PolicyId } from '@lienthong/contracts';
import { type Rates } from '@lienthong/simulation';
import { type Gaps } from './given-out';

/** What the ends of a run follow from: the same that the system was told. */
export interface Expectation {
  readonly seed: number;
  readonly rates: (policy: PolicyId) => Rates;
  /** Unset: that of each dossier's filing date. */
  readonly policy?: PolicyId | undefined;
  /** Whether somebody answers supplement requests of dossiers without a script. */
  readonly applicant: 'simulated' | 'none';
  /** Whether running numbers may be missing: `none` where drawing and using one is one transaction. */
  readonly gaps: Gaps;
  /** Whether the cases bear the instants of the source, and so its policies; else those at which they were sent. */
  readonly instants: 'replayed' | 'sent';
}
