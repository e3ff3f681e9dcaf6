import { type CaseStatus } from '@lienthong/contracts';
import { type CaseState } from '@lienthong/procedures';
import { type Outcome } from '../outcome';
import { checkAccount } from './account-check';
import { checkEnd } from './end-check';
import { type Expectation } from './expectation';
import { type Fault, type FaultKind, FaultLog } from './fault';
import { GivenOut } from './given-out';
import { checkRest } from './rest-check';

export type CountsByStatus = Readonly<Partial<Record<CaseStatus, number>>>;

/** What a verification found. */
export interface Verification {
  /** No fault at all. */
  readonly verified: boolean;
  /** Dossiers of the source that were found. */
  readonly dossiers: number;
  readonly byStatus: CountsByStatus;
  /** What the oracle knew beforehand. */
  readonly expectedByStatus: CountsByStatus;
  /** The first of them; {@link faultCounts} counts all. */
  readonly faults: readonly Fault[];
  readonly faultCounts: Readonly<Partial<Record<FaultKind, number>>>;
  readonly faultCount: number;
}

/**
 * Judges the outcomes of a run, one after another, by nothing but what the source sent and what the system says now.
 * Memory grows by some 50 bytes a dossier. What agencies hold is judged elsewhere (`checkRecords`): only stores that can
 * be read tell it.
 */
export class Verifier {
  private readonly givenOut: GivenOut;
  private readonly byStatus = new Map<CaseStatus, number>();
  private readonly expected = new Map<CaseStatus, number>();
  private dossiers = 0;

  /** @param faults where what it finds is added to what was found before, as by a driver */
  constructor(
    private readonly expectation: Expectation,
    readonly faults = new FaultLog(),
  ) {
    this.givenOut = new GivenOut(faults);
  }

  /** @param state the case's own record, where it can be read: more can then be judged */
  add({ dossier, submittedAt, view, time }: Outcome, state?: CaseState): void {
    const { faults } = this;
    this.dossiers++;
    this.givenOut.dossier(view.dossierNumber);
    increment(this.byStatus, view.status);
    increment(this.expected, checkEnd(dossier, submittedAt, view, this.expectation, faults));
    if (checkRest(view, state, faults)) checkAccount(view, time, state?.history, faults);
    this.givenOut.results(view);
  }

  /** The system has no dossier of that key, or has it no more. */
  lost(idempotencyKey: string, dossierNumber?: string): void {
    const what = dossierNumber === undefined ? 'was never numbered' : 'has no case';
    this.faults.add('lost', `the dossier sent as ${idempotencyKey} ${what}`, dossierNumber);
    if (dossierNumber !== undefined) this.givenOut.dossier(dossierNumber);
  }

  /** The case is there, and more cannot be said of it. */
  unreadable(dossierNumber: string): void {
    this.givenOut.dossier(dossierNumber);
  }

  /** Whether the number is that of a dossier of the source. */
  has(dossierNumber: string): boolean {
    return this.givenOut.has(dossierNumber);
  }

  /** What has been found, once everything was added. */
  end(): Verification {
    this.givenOut.end(this.expectation.gaps);
    return {
      verified: this.faults.total === 0,
      dossiers: this.dossiers,
      byStatus: Object.fromEntries(this.byStatus),
      expectedByStatus: Object.fromEntries(this.expected),
      faults: this.faults.first,
      faultCounts: this.faults.counts(),
      faultCount: this.faults.total,
    };
  }
}

function increment(counts: Map<CaseStatus, number>, status: CaseStatus): void {
  counts.set(status, (counts.get(status) ?? 0) + 1);
}
