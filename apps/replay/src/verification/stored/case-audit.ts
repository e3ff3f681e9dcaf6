import { vietnamCalendar } from '@lienthong/calendar';
import { type CaseState, processingTime } from '@lienthong/procedures';
import { submissionId } from '../../../../gateway/src/intake/digest';
import { type Submission } from '../../../../gateway/src/intake/submission.decider';
import { type Outcome } from '../../outcome';
import { type ReplayDossier } from '../../replay-dossier';
import { type Verification, Verifier } from '../verifier';
import { type Expectation } from '../expectation';
import { chunks } from './chunks';
import { type StoredAggregates } from '@lienthong/embedded';
import { viewOf } from './view-of';

/** Dossiers that are looked up with one query. */
const AT_ONCE = 250;
/** A miss in the counts is a list of numbers: more than these tell nothing new. */
const MOST_LISTED = 100;

export interface CaseAuditHooks {
  /** Told of every dossier that was found, for statistics. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Told how many dossiers of the source have been judged. */
  readonly onProgress?: (judged: number) => void;
}

/**
 * Goes through the source once more and judges the case that each of its dossiers became, found by its idempotency key
 * as the gateway keeps it: what the driver saw of the run plays no part.
 * @param asOf where time stood when the system was closed (epoch ms)
 */
export class CaseAudit {
  private readonly verifier: Verifier;
  private judged = 0;
  /** Submissions and cases of the source's dossiers. */
  private readonly found = { submissions: 0, cases: 0 };

  constructor(
    private readonly stored: StoredAggregates,
    expectation: Expectation,
    private readonly asOf: number,
    private readonly hooks: CaseAuditHooks = {},
  ) {
    this.verifier = new Verifier(expectation);
  }

  async run(source: AsyncIterable<ReplayDossier>): Promise<Verification> {
    for await (const dossiers of chunks(source, AT_ONCE)) {
      this.judge(dossiers);
      this.hooks.onProgress?.((this.judged += dossiers.length));
    }
    this.nobodysSubmissions();
    this.nobodysCases();
    return this.verifier.end();
  }

  private judge(dossiers: readonly ReplayDossier[]): void {
    const ids = dossiers.map(({ idempotencyKey }) => submissionId(idempotencyKey));
    const submissions = this.stored.some<Submission>('submissions', ids);
    const numbers = [...submissions.values()].map(({ dossierNumber }) => dossierNumber);
    const cases = this.stored.some<CaseState>('orchestrator', numbers);
    dossiers.forEach((sent, i) => {
      const number = submissions.get(ids[i] ?? '')?.dossierNumber;
      const state = number === undefined ? undefined : cases.get(number);
      if (number !== undefined && state) this.outcome(sent, number, state);
      else this.verifier.lost(sent.idempotencyKey, number);
    });
    this.found.submissions += submissions.size;
    this.found.cases += cases.size;
  }

  private outcome(sent: ReplayDossier, dossierNumber: string, state: CaseState): void {
    const view = viewOf(state, this.asOf, dossierNumber, this.verifier.faults);
    if (!view) {
      this.verifier.unreadable(dossierNumber);
      return;
    }
    const time = processingTime(state, this.asOf, vietnamCalendar);
    const outcome: Outcome = { ...sent, dossierNumber, view, time };
    this.verifier.add(outcome, state);
    this.hooks.onOutcome?.(outcome);
  }

  private nobodysSubmissions(): void {
    const others = this.stored.count('submissions') - this.found.submissions;
    if (others > 0)
      this.verifier.faults.add('unknown', `the gateway took ${others} dossiers that were not sent`);
  }

  private nobodysCases(): void {
    if (this.stored.count('orchestrator') === this.found.cases) return;
    let listed = 0;
    for (const id of this.stored.ids('orchestrator')) {
      if (this.verifier.has(id)) continue;
      this.verifier.faults.add('unknown', 'belongs to no dossier that was sent', id);
      if (++listed === MOST_LISTED) return;
    }
  }
}
