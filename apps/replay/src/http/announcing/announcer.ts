import { type ReplayNotice } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type GatewayClient, NoAnswer } from '../client/gateway-client';

const PATH = '/v1/simulation/replay';
const EVERY_MS = 5_000;
/** An answer that takes longer is not waited for. */
const PATIENCE_MS = 2_000;

/** What the sending knows of the run when a word is due. */
export type RunFigures = Pick<ReplayNotice, 'phase' | 'sent' | 'answered' | 'refused'>;

export interface AnnouncerOptions {
  readonly run: string;
  readonly dossiers: number | undefined;
  readonly figures: () => RunFigures;
  readonly everyMs?: number;
}

/**
 * Tells the target how far the run is, so that its operators see what drives it. Nothing depends on it: a target that does
 * not want to know is left alone, and what goes wrong on the way is not said.
 */
export class Announcer {
  private readonly startedAt = toVietnamIso(Date.now());
  private readonly begin: Told;
  private last: Told;
  private wanted = true;
  private closed = false;
  private timer: NodeJS.Timeout | undefined;
  private wake: () => void = () => undefined;
  private readonly telling: Promise<void>;

  constructor(
    private readonly client: Pick<GatewayClient, 'put'>,
    private readonly options: AnnouncerOptions,
  ) {
    this.begin = { at: performance.now(), answered: options.figures().answered };
    this.last = this.begin;
    this.telling = this.run();
  }

  /** Says that this leg has ended. */
  async stop(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.wake();
    await this.telling;
  }

  private async run(): Promise<void> {
    while (this.wanted) {
      const ended = this.closed;
      await this.tell(ended);
      if (ended) return;
      await this.pause();
    }
  }

  private async tell(ended: boolean): Promise<void> {
    const { run, dossiers, figures } = this.options;
    const known = figures();
    const now = { at: performance.now(), answered: known.answered };
    const notice: ReplayNotice = {
      run,
      ...(dossiers === undefined ? {} : { dossiers }),
      ...known,
      ratePerSecond: rateBetween(ended ? this.begin : this.last, now),
      startedAt: this.startedAt,
      ended,
    };
    this.last = now;
    try {
      const { status } = await this.client.put(PATH, JSON.stringify(notice), PATIENCE_MS);
      if (status >= 400 && status < 500 && status !== 429) this.wanted = false;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
  }

  private pause(): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
      this.timer = setTimeout(resolve, this.options.everyMs ?? EVERY_MS);
    });
  }
}

/** Acknowledged dossiers at an instant on the scale of `performance.now()`. */
interface Told {
  readonly at: number;
  readonly answered: number;
}

function rateBetween(from: Told, to: Told): number {
  const seconds = (to.at - from.at) / 1_000;
  return seconds <= 0 ? 0 : Math.round(((to.answered - from.answered) / seconds) * 10) / 10;
}
