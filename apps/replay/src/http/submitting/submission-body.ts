import { toVietnamIso } from '@lienthong/platform';
import { type Dossier } from '@lienthong/contracts';
import { type ReplayDossier } from '../../replay-dossier';
import { filedDossier } from '../../source/filed-dossier';

/** What a dossier is sent as. */
export interface SubmissionBodies {
  readonly body: string;
  /** What an earlier leg may have sent under the same key: when a birth was still open that has its result by now. */
  readonly earlier?: string;
}

/**
 * The body of `POST /v1/dossiers`. Undated it leaves the time of filing to the target's clock, whatever a recorded
 * dossier says itself; dated it carries the time that is replayed.
 */
export function submissionBody(
  dossier: Dossier,
  { submittedAt }: Pick<ReplayDossier, 'submittedAt'>,
  dated: boolean,
): string {
  const { submittedAt: _own, ...rest } = dossier;
  return JSON.stringify(dated ? { ...rest, submittedAt: toVietnamIso(submittedAt) } : rest);
}

/** Makes bodies. A child that died is named by the personal id that its birth's case tells, where it does by then. */
export class BodyMaker {
  /** @param personalIdOf the child's, by the key of its birth's dossier; undefined while nobody knows */
  constructor(
    private readonly dated: boolean,
    private readonly personalIdOf: (birthKey: string) => Promise<string | undefined>,
  ) {}

  bodiesOf(next: ReplayDossier): SubmissionBodies | Promise<SubmissionBodies> {
    const body = submissionBody(next.dossier, next, this.dated);
    return next.birth ? this.withChild(next, next.birth.idempotencyKey, body) : { body };
  }

  private async withChild(next: ReplayDossier, birthKey: string, plain: string): Promise<SubmissionBodies> {
    const personalId = await this.personalIdOf(birthKey);
    if (personalId === undefined) return { body: plain };
    return { body: submissionBody(filedDossier(next, personalId), next, this.dated), earlier: plain };
  }
}
