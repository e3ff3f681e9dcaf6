import { parseInstant, toVietnamIso } from '@lienthong/platform';
import { type GatewayAnswer, type GatewayClient, NoAnswer } from '../client/gateway-client';
import { jsonOf, problemLine, problemOf } from '../client/problem-answer';
import { UnsuitableTarget } from '../client/unsuitable-target';

const PATH = '/v1/simulation/advance';
const DAY_MS = 86_400_000;
/** One call moves a clock by a year at most. */
const LONGEST_JUMP_MS = 365 * DAY_MS;
/** A day of the whole country may take minutes to be worked. */
const PATIENCE_MS = 600_000;

/** The target's clock: whether it stands until it is moved (virtual), and what it last told. */
export class TargetTime {
  private constructor(
    private readonly client: Pick<GatewayClient, 'post'>,
    /** Whether only we can make time pass. */
    readonly isVirtual: boolean,
    private told: number | undefined,
  ) {}

  /**
   * Asks the target for its clock, moving it by nothing.
   * @throws UnsuitableTarget when nobody answers
   */
  static async of(client: Pick<GatewayClient, 'post'>): Promise<TargetTime> {
    try {
      const answer = await client.post(PATH, '{"by":"PT0S"}', {}, PATIENCE_MS);
      if (answer.status >= 500)
        throw new UnsuitableTarget(`the target is not ready: ${problemLine(answer)}; try again later`);
      const now = instantOf(answer);
      return new TargetTime(client, now !== undefined, now);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw new UnsuitableTarget(
        `nobody answers at --target (${error.message}): start the system, or name another URL`,
      );
    }
  }

  /** The latest instant of the target's time that is known (epoch ms). */
  get latest(): number | undefined {
    return this.told;
  }

  /** What an answer has told in passing. */
  tell(instant: number): void {
    this.told = Math.max(this.told ?? instant, instant);
  }

  /**
   * Brings a virtual clock to `instant`, at which everything due before has been done; elsewhere time passes by itself.
   * @throws UnsuitableTarget when it cannot be moved
   */
  async reach(instant: number): Promise<void> {
    if (!this.isVirtual) return;
    while ((this.told ?? 0) < instant)
      await this.advanceTo(Math.min(instant, (this.told ?? 0) + LONGEST_JUMP_MS));
  }

  /** Lets a day pass on a virtual clock. */
  passDay(): Promise<void> {
    return this.reach((this.told ?? 0) + DAY_MS);
  }

  private async advanceTo(instant: number): Promise<void> {
    const answer = await this.ask(JSON.stringify({ to: toVietnamIso(instant) }));
    const now = instantOf(answer) ?? (alreadyPast(answer) ? instant : undefined);
    if (now === undefined)
      throw new UnsuitableTarget(`the virtual clock of the target cannot be moved: ${problemLine(answer)}`);
    this.tell(now);
  }

  private async ask(body: string): Promise<GatewayAnswer> {
    try {
      return await this.client.post(PATH, body, {}, PATIENCE_MS);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      throw new UnsuitableTarget(
        `the target went away while its clock was moved (${error.message}): resume the run when it is back`,
      );
    }
  }
}

function instantOf(answer: GatewayAnswer): number | undefined {
  const now = answer.status === 200 ? jsonOf(answer)?.['now'] : undefined;
  return typeof now === 'string' ? parseInstant(now) : undefined;
}

function alreadyPast(answer: GatewayAnswer): boolean {
  return answer.status === 400 && problemOf(answer).errors.some(({ code }) => code === 'not-in-the-future');
}
