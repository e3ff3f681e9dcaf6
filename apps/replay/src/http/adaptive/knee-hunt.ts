import { type HttpSession } from '../http-session';
import { type HttpOptions } from '../options/http-options';
import { arrivalsOf } from '../schedules/arrivals';
import { type AdaptiveOptions } from './adaptive-options';
import { bendsOf } from './bends';
import { type Knee, type KneeStep } from './knee';
import { KneeSearch } from './knee-search';
import { StepMeasure } from './step-measure';

/** What a search needs of a session. */
export type KneeGround = Pick<HttpSession, 'send' | 'settled' | 'observers' | 'halt'> & {
  readonly watch: Pick<HttpSession['watch'], 'look'>;
};

/** How much longer than a step its sends may take before the rest of them is left unsent. */
const OVERRUN = 0.1;
/** Answers of a step are waited for so many times the bound of the latency, and so long at least (ms). */
const PATIENCE = 3;
const LEAST_PATIENCE_MS = 2_000;
/** What a rate that was too high left behind may take so long to be worked off (ms). */
const RECOVERY_MS = 60_000;
const LOOK_MS = 50;

/** Offers one rate after another, a step each, and measures what comes of it. */
export class KneeHunt {
  private readonly steps: KneeStep[] = [];
  private readonly search: KneeSearch;
  private readonly adaptive: AdaptiveOptions;

  constructor(
    private readonly session: KneeGround,
    private readonly options: Pick<HttpOptions, 'spacing' | 'seed'> & { readonly adaptive: AdaptiveOptions },
    private readonly onStep: (step: KneeStep) => void = () => undefined,
  ) {
    this.adaptive = options.adaptive;
    this.search = new KneeSearch(this.adaptive);
  }

  async run(): Promise<Knee> {
    for (let rate = this.search.next(); rate !== undefined; rate = this.search.next()) {
      const step = await this.measure(rate);
      if (typeof step === 'string') return this.knee(step);
      this.steps.push(step);
      this.onStep(step);
      const sustained = step.bends.length === 0;
      this.search.took(rate, sustained);
      if (!sustained) await this.recover(step.backlogBefore);
    }
    return this.knee(this.steps.some(({ bends }) => bends.length > 0) ? 'bent' : 'most-rate');
  }

  /** A step that the source or the run did not last for tells nothing. */
  private async measure(rate: number): Promise<KneeStep | 'source-ended' | 'stopped'> {
    const { session, adaptive, options } = this;
    const { stepMs, settleMs, bounds } = adaptive;
    const measure = new StepMeasure({ stepMs, settleMs });
    session.observers.add(measure);
    try {
      const schedule = { kind: 'constant', perSecond: rate } as const;
      const arrivals = arrivalsOf(schedule, options.spacing, options.seed + this.steps.length);
      const window = { lastMs: stepMs, overrunMs: stepMs * OVERRUN };
      const settling = this.backlogAfter(settleMs);
      const { why, unsent, blockedMs } = await session.send(arrivals, window);
      const backlogAfter = await this.backlogAfter(0);
      const backlogBefore = await settling;
      await this.waitWhile(() => !measure.isComplete, Math.max(LEAST_PATIENCE_MS, PATIENCE * bounds.p99Ms));
      if (session.halt.stopped) return 'stopped';
      if (why !== 'window-ended') return 'source-ended';
      const figures = {
        offeredRate: rate,
        ...measure.result(unsent),
        blockedMs,
        backlogBefore,
        backlogAfter,
      };
      return { ...figures, bends: bendsOf(figures, bounds) };
    } finally {
      session.observers.remove(measure);
    }
  }

  private async backlogAfter(ms: number): Promise<number> {
    if (ms > 0) await this.session.halt.sleep(ms);
    return (await this.session.watch.look()).backlog ?? 0;
  }

  /** Lets the target work off what was too much, so that the next step begins as the others did. */
  private async recover(backlogBefore: number): Promise<void> {
    const { session } = this;
    const until = performance.now() + RECOVERY_MS;
    await Promise.race([session.settled(), session.halt.sleep(RECOVERY_MS)]);
    for (let pause = LOOK_MS; performance.now() < until && !session.halt.stopped; pause *= 2) {
      if ((await this.backlogAfter(0)) <= 1.5 * backlogBefore) return;
      await session.halt.sleep(Math.min(pause, until - performance.now()));
    }
  }

  private async waitWhile(condition: () => boolean, atMostMs: number): Promise<void> {
    const until = performance.now() + atMostMs;
    while (condition() && performance.now() < until && !this.session.halt.stopped)
      await this.session.halt.sleep(LOOK_MS);
  }

  private knee(end: Knee['end']): Knee {
    const sustainedRate = this.search.sustained;
    const tooMuch = this.steps.filter(({ bends }) => bends.length > 0);
    const lowest = tooMuch.sort((a, b) => a.offeredRate - b.offeredRate)[0];
    const bentFirst = lowest?.bends[0];
    return {
      steps: this.steps,
      ...(sustainedRate === undefined ? {} : { sustainedRate }),
      ...(bentFirst === undefined ? {} : { bentFirst }),
      end,
    };
  }
}
