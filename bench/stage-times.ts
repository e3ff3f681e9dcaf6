import { percentile } from '../apps/standalone/src/report/percentiles';

export interface TimelineEntryBody {
  /** ISO instant. */
  readonly at: string;
  readonly type: string;
  readonly agency?: string;
}

/** Where the time of single cases went: from one entry of the timeline to the next. */
export class StageTimes {
  private readonly stages = new Map<string, number[]>();

  /** @param answerMs from sending the dossier to the 202 */
  add(answerMs: number, entries: readonly TimelineEntryBody[]): void {
    this.note('sent → 202', answerMs);
    const [first] = entries;
    let before = first && Date.parse(first.at);
    for (const { at, type, agency } of entries) {
      const now = Date.parse(at);
      if (before !== undefined && now > before)
        this.note(`→ ${agency ? `${agency} ` : ''}${type}`, now - before);
      before = now;
    }
  }

  /** Milliseconds of a stage, the median over the cases that had it. */
  medians(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.stages].map(([stage, ms]) => {
        const ascending = [...ms].sort((a, b) => a - b);
        return [stage, Math.round(percentile(ascending, 50) * 10) / 10];
      }),
    );
  }

  private note(stage: string, ms: number): void {
    const known = this.stages.get(stage);
    if (known) known.push(ms);
    else this.stages.set(stage, [ms]);
  }
}
