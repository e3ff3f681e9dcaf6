import { type GatewayClient, NoAnswer } from '../client/gateway-client';
import { readMetrics, type TargetFigures } from './metrics-text';

/** Answers after which asking again makes no sense. */
const NOT_THERE: ReadonlySet<number> = new Set([401, 403, 404, 405]);

/** Reads a target's `/metrics`, where it has one that we may read. */
export class TargetWatch {
  private figures: TargetFigures = {};
  private finishedBefore = 0;
  private lastFinished: number | undefined;
  private absent: boolean;
  private looking: Promise<TargetFigures> | undefined;

  constructor(
    private readonly client: Pick<GatewayClient, 'get'>,
    enabled: boolean,
  ) {
    this.absent = !enabled;
  }

  /** Cases that ended since the first look; restarts of the target lose nothing but what ended unseen. */
  get finishedCases(): number {
    return this.finishedBefore;
  }

  /** One look at a time: figures that overtook each other would seem to go back. */
  look(): Promise<TargetFigures> {
    this.looking ??= this.read().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async read(): Promise<TargetFigures> {
    if (this.absent) return this.figures;
    try {
      const answer = await this.client.get('/metrics');
      if (NOT_THERE.has(answer.status)) this.absent = true;
      if (answer.status === 200) this.take(readMetrics(answer.text));
    } catch (error) {
      // A target that is down for a moment is looked at again the next time.
      if (!(error instanceof NoAnswer)) throw error;
    }
    return this.figures;
  }

  private take(figures: TargetFigures): void {
    this.figures = figures;
    const { finishedCases } = figures;
    if (finishedCases === undefined) return;
    // A counter that has gone back began anew.
    if (this.lastFinished !== undefined)
      this.finishedBefore +=
        finishedCases >= this.lastFinished ? finishedCases - this.lastFinished : finishedCases;
    this.lastFinished = finishedCases;
  }
}
