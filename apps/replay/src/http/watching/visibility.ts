import { parseInstant } from '@lienthong/platform';
import { hashText } from '@lienthong/simulation';
import { type GatewayClient, NoAnswer } from '../client/gateway-client';
import { jsonOf } from '../client/problem-answer';
import { type LatencyRecorder } from '../sending/counts';
import { type Halt } from '../sending/halt';

export interface VisibilityOptions {
  readonly seed: number;
  /** One dossier in so many is followed. */
  readonly oneIn: number;
  /** And not more than so many a second. */
  readonly perSecond: number;
  /** How long one is followed (ms). */
  readonly patienceMs: number;
}

export interface FollowingLatencies {
  /** From the acknowledgement until the dossier can be read under its number. */
  readonly visible: LatencyRecorder;
  /** From the acknowledgement until its case can be read: a gateway may answer for a dossier before that. */
  readonly accepted: LatencyRecorder;
}

const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 250;
const SECOND_MS = 1_000;

/** Follows a sample of the acknowledged dossiers until they can be read (data availability). */
export class Visibility {
  /** Dossiers of the sample. */
  followed = 0;
  /** Those of them that could not be read in the time they were followed for: no latency stands for them. */
  givenUp = 0;
  private readonly under = new Set<Promise<void>>();
  private allowance: number;
  private allowedAt = -Infinity;

  constructor(
    private readonly client: Pick<GatewayClient, 'get'>,
    private readonly options: VisibilityOptions,
    private readonly latencies: FollowingLatencies,
    private readonly halt: Halt,
    private readonly onTime: (instant: number) => void,
  ) {
    this.allowance = options.perSecond;
  }

  /** Begins to follow a dossier that was acknowledged this moment, if it is one of the sample. */
  acknowledged(key: string, dossierNumber: string): void {
    const { seed, oneIn } = this.options;
    if (oneIn === 0 || hashText(seed, key) % oneIn !== 0 || !this.isAllowed()) return;
    this.followed++;
    const following = this.follow(dossierNumber, performance.now()).catch((error: unknown) =>
      this.halt.fail(error),
    );
    this.under.add(following);
    void following.finally(() => this.under.delete(following));
  }

  /** Resolves once nothing is followed any more. */
  async done(): Promise<void> {
    await Promise.all(this.under);
  }

  private async follow(dossierNumber: string, from: number): Promise<void> {
    let visible = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const view = await this.read(dossierNumber);
      const ms = performance.now() - from;
      if (view && !visible) {
        visible = true;
        this.latencies.visible.record(ms);
      }
      const acceptedAt = view?.['acceptedAt'];
      if (typeof acceptedAt === 'string') {
        this.latencies.accepted.record(ms);
        const instant = parseInstant(acceptedAt);
        if (instant !== undefined) this.onTime(instant);
        return;
      }
      if (this.halt.stopped) return;
      if (ms > this.options.patienceMs) {
        this.givenUp++;
        return;
      }
      await this.halt.sleep(pause);
    }
  }

  private async read(dossierNumber: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    try {
      const answer = await this.client.get(`/v1/dossiers/${encodeURIComponent(dossierNumber)}`);
      return answer.status === 200 ? jsonOf(answer) : undefined;
    } catch (error) {
      if (error instanceof NoAnswer) return undefined;
      throw error;
    }
  }

  /** A bucket of tokens that holds a second's worth. */
  private isAllowed(): boolean {
    const now = performance.now();
    const { perSecond } = this.options;
    const refilled = this.allowance + ((now - this.allowedAt) / SECOND_MS) * perSecond;
    this.allowance = Math.min(perSecond, refilled);
    this.allowedAt = now;
    if (this.allowance < 1) return false;
    this.allowance--;
    return true;
  }
}
