import { LatencyHistogram } from '../../statistics/latency-histogram';
import { LATE_MS } from '../sending/counts';
import { type Filing, type FilingEnd, type FilingObserver } from '../sending/filing';
import { type KneeStep } from './knee';

export interface StepTimes {
  readonly stepMs: number;
  readonly settleMs: number;
}

type Measured = Omit<KneeStep, 'bends' | 'offeredRate' | 'blockedMs' | 'backlogBefore' | 'backlogAfter'>;

/** Measures the dossiers that are meant to be sent between the settling and the end of a step. */
export class StepMeasure implements FilingObserver {
  private readonly answers = LatencyHistogram.empty();
  private readonly open = new Set<Filing>();
  private readonly refusedOnes = new Set<Filing>();
  private begin: number | undefined;
  private dossiers = 0;
  private late = 0;
  private failed = 0;
  private acknowledged = 0;

  constructor(private readonly times: StepTimes) {}

  /** Whether everything that is measured has been answered. */
  get isComplete(): boolean {
    return this.open.size === 0;
  }

  offered(filing: Filing): void {
    this.begin ??= filing.intendedAt;
    if (!this.isMeasured(filing.intendedAt)) return;
    this.dossiers++;
    this.open.add(filing);
    if (filing.sentAt - filing.intendedAt > LATE_MS) this.late++;
  }

  refused(filing: Filing): void {
    if (this.open.has(filing)) this.refusedOnes.add(filing);
  }

  settled(filing: Filing, end: FilingEnd): void {
    if (end.kind === 'acknowledged' && this.isMeasured(performance.now())) this.acknowledged++;
    if (!this.open.delete(filing)) return;
    if (end.kind === 'acknowledged') this.answers.record(end.answerMs);
    else this.failed++;
  }

  /** @param unsent arrivals of the step that were never sent */
  result(unsent: number): Measured {
    const now = performance.now();
    for (const { intendedAt } of this.open) this.answers.record(now - intendedAt);
    const measuredMs = this.times.stepMs - this.times.settleMs;
    const meant = Math.max(1, this.dossiers + unsent);
    return {
      acknowledgedRate: (this.acknowledged / measuredMs) * 1_000,
      measuredMs,
      dossiers: this.dossiers,
      p50Ms: this.answers.percentile(50),
      p99Ms: this.answers.percentile(99),
      maxMs: this.answers.summary().maxMs,
      refusedShare: this.refusedOnes.size / meant,
      failedShare: this.failed / meant,
      lateShare: (this.late + unsent) / meant,
    };
  }

  private isMeasured(instant: number): boolean {
    if (this.begin === undefined) return false;
    const at = instant - this.begin;
    return at >= this.times.settleMs && at < this.times.stepMs;
  }
}
