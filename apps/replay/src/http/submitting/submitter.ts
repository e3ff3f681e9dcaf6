import { NoAnswer, type GatewayAnswer, type GatewayClient } from '../client/gateway-client';
import { UnsuitableTarget } from '../client/unsuitable-target';
import { type Filing, type FilingEnd, type FilingObserver } from '../sending/filing';
import { type Halt } from '../sending/halt';
import { type Slots } from '../sending/slots';
import { RetryPolicy } from './retry-policy';
import { type SubmissionBodies } from './submission-body';
import { judge, type Verdict } from './verdict';

export interface SubmitterOptions {
  readonly seed: number;
  /** Sendings of one dossier that may fail, answers with `Retry-After` not counted. */
  readonly tries: number;
  /** How long one dossier is tried in all (ms). */
  readonly giveUpMs: number;
}

type Observer = Required<Pick<FilingObserver, 'refused' | 'repeated'>>;

/** How often a dossier that is ahead of the target's clock asks whether time has come (ms). */
const CLOCK_LOOK_MS = 250;
const REUSED = 'idempotency-key-reused';

/** Files one dossier, sending it again under its key until it is answered for good. */
export class Submitter {
  private readonly policy: RetryPolicy;
  private anyTaken = false;

  /** @param wire a slot for each request that is under way */
  constructor(
    private readonly client: Pick<GatewayClient, 'post'>,
    private readonly options: SubmitterOptions,
    private readonly wire: Slots,
    private readonly halt: Halt,
    private readonly observer: Observer,
  ) {
    this.policy = new RetryPolicy(options.seed);
  }

  /**
   * Comes with a slot of the wire taken, which it gives back.
   * @throws UnsuitableTarget when the target takes no dossier of this run at all
   */
  async file(filing: Filing, bodies: SubmissionBodies): Promise<FilingEnd> {
    let { body, earlier } = bodies;
    let sentAt = performance.now();
    let failures = 0;
    for (let attempt = 1; ; attempt++) {
      const verdict = await this.send(filing, body);
      if (verdict.kind === 'acknowledged') return this.acknowledged(filing, sentAt, verdict.dossierNumber);
      const wasSentOtherwise = verdict.kind === 'rejected' && verdict.code === REUSED;
      if (wasSentOtherwise && earlier !== undefined) {
        [body, earlier] = [earlier, undefined];
        await this.wire.take();
        continue;
      }
      const end = this.finalEnd(verdict);
      if (end) return end;
      if (this.halt.stopped) return { kind: 'left' };
      if (verdict.kind === 'try-again') failures++;
      const waitMs = this.waitOf(verdict, filing.dossier.idempotencyKey, attempt, failures);
      const givesUp =
        failures >= this.options.tries || performance.now() + waitMs - filing.sentAt > this.options.giveUpMs;
      if (verdict.kind === 'come-later') this.observer.refused(filing, verdict.status, givesUp ? 0 : waitMs);
      if (givesUp) return { kind: 'unanswered', reason: lastHeard(verdict, attempt) };
      await this.halt.sleep(waitMs);
      await this.wire.take();
      if (this.halt.stopped) {
        this.wire.give();
        return { kind: 'left' };
      }
      if (verdict.kind === 'try-again') this.observer.repeated(filing, verdict.cause);
      sentAt = performance.now();
    }
  }

  private async send(filing: Filing, body: string): Promise<Heard> {
    try {
      const headers = { 'idempotency-key': filing.dossier.idempotencyKey };
      return heard(await this.client.post('/v1/dossiers', body, headers));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return { kind: 'try-again', reason: error.message, cause: 'no-answer' };
    } finally {
      this.wire.give();
    }
  }

  private acknowledged({ intendedAt }: Filing, sentAt: number, dossierNumber: string): FilingEnd {
    this.anyTaken = true;
    const now = performance.now();
    return {
      kind: 'acknowledged',
      dossierNumber,
      answerMs: now - intendedAt,
      serviceMs: now - sentAt,
    };
  }

  /** One that was not let in after others were is a fault of its own; before that, nobody will be. */
  private finalEnd(verdict: Heard): FilingEnd | undefined {
    if (verdict.kind === 'rejected') return { kind: 'rejected', reason: verdict.reason };
    if (verdict.kind !== 'unsuitable') return undefined;
    if (!this.anyTaken) throw new UnsuitableTarget(verdict.reason);
    return { kind: 'rejected', reason: verdict.reason };
  }

  private waitOf(verdict: Heard, key: string, attempt: number, failures: number): number {
    if (verdict.kind === 'come-later') return this.policy.afterRefusalMs(key, attempt, verdict.waitMs);
    return verdict.kind === 'too-early' ? CLOCK_LOOK_MS : this.policy.backoffMs(key, failures);
  }
}

/** A verdict that knows whether an answer came. */
type Heard =
  | Exclude<Verdict, { readonly kind: 'try-again' }>
  | (Extract<Verdict, { readonly kind: 'try-again' }> & { readonly cause: 'no-answer' | 'server-error' });

function heard(answer: GatewayAnswer): Heard {
  const verdict = judge(answer, Date.now());
  return verdict.kind === 'try-again' ? { ...verdict, cause: 'server-error' } : verdict;
}

function lastHeard(verdict: Heard, attempts: number): string {
  const last =
    verdict.kind === 'come-later'
      ? `${verdict.status}`
      : 'reason' in verdict
        ? verdict.reason
        : 'the clock of the target is still before its date';
  return `given up after ${attempts} ${attempts === 1 ? 'sending' : 'sendings'}, last: ${last}`;
}
