import { type CaseView, type ProcessingTime } from '@lienthong/contracts';
import { type GatewayClient, NoAnswer } from '../client/gateway-client';
import { jsonOf, problemLine } from '../client/problem-answer';
import { type Halt } from '../sending/halt';
import { retryAfterMs } from '../submitting/retry-after';
import { RetryPolicy } from '../submitting/retry-policy';
import { readCaseView, readProcessingTime, UnreadableAnswer } from './case-reading';

/** The target answers that it does not know a dossier that it has acknowledged. */
export class UnknownDossier extends Error {
  readonly code = 'unknown-dossier';

  constructor(answer: string) {
    super(`the target acknowledged it, and answers ${answer}`);
    this.name = 'UnknownDossier';
  }
}

const TRIES = 12;

/** Reads single dossiers of a target, asking again while it is overloaded or away. */
export class DossierReader {
  private readonly policy: RetryPolicy;

  constructor(
    private readonly client: Pick<GatewayClient, 'get'>,
    private readonly halt: Halt,
    seed: number,
  ) {
    this.policy = new RetryPolicy(seed);
  }

  /** @throws UnknownDossier, UnreadableAnswer, NoAnswer */
  async view(dossierNumber: string): Promise<CaseView> {
    const view = readCaseView(await this.read(`/v1/dossiers/${encodeURIComponent(dossierNumber)}`));
    if (view.dossierNumber !== dossierNumber)
      throw new UnreadableAnswer('the target answers with another dossier');
    return view;
  }

  /** @throws UnknownDossier, UnreadableAnswer, NoAnswer */
  async processingTime(dossierNumber: string): Promise<ProcessingTime> {
    return readProcessingTime(
      await this.read(`/v1/dossiers/${encodeURIComponent(dossierNumber)}/processing-time`),
    );
  }

  private async read(path: string): Promise<Readonly<Record<string, unknown>>> {
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt === TRIES || this.halt.stopped;
      try {
        const answer = await this.client.get(path);
        if (answer.status === 404) throw new UnknownDossier(problemLine(answer));
        const json = answer.status === 200 ? jsonOf(answer) : undefined;
        if (json) return json;
        const again = answer.status === 429 || answer.status >= 500;
        if (!again || isLast) throw new UnreadableAnswer(`the target answers ${problemLine(answer)}`);
        const asked = retryAfterMs(answer.headers['retry-after'], Date.now());
        await this.halt.sleep(this.policy.afterRefusalMs(path, attempt, asked));
      } catch (error) {
        if (!(error instanceof NoAnswer) || isLast) throw error;
        await this.halt.sleep(this.policy.backoffMs(path, attempt));
      }
    }
  }
}

/**
 * The personal id (số định danh cá nhân) that a registered birth gave the child; undefined while there is none that can
 * be read.
 */
export async function childIdOf(
  reader: Pick<DossierReader, 'view'>,
  dossierNumber: string | undefined,
): Promise<string | undefined> {
  if (dossierNumber === undefined) return undefined;
  try {
    const { procedures } = await reader.view(dossierNumber);
    return procedures.find(({ agency }) => agency === 'civil-registry')?.result?.personalId;
  } catch (error) {
    const isAway = error instanceof NoAnswer || error instanceof UnreadableAnswer;
    if (isAway || error instanceof UnknownDossier) return undefined;
    throw error;
  }
}
