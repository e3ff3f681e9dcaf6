import { type GatewayAnswer } from '../client/gateway-client';
import { jsonOf, problemLine, problemOf } from '../client/problem-answer';
import { retryAfterMs } from './retry-after';

/** What an answer to a submission means for the dossier. */
export type Verdict =
  | { readonly kind: 'acknowledged'; readonly dossierNumber: string }
  /** 429, or 503 with `Retry-After`: not before `waitMs`; without a figure as the retry policy says. */
  | { readonly kind: 'come-later'; readonly status: 429 | 503; readonly waitMs: number | undefined }
  /** The target's clock has not come to the date of the dossier yet. */
  | { readonly kind: 'too-early' }
  | { readonly kind: 'try-again'; readonly reason: string }
  /** No dossier at all will be taken in this way. */
  | { readonly kind: 'unsuitable'; readonly reason: string }
  /** This dossier will never be taken. `code` is the problem's. */
  | { readonly kind: 'rejected'; readonly reason: string; readonly code: string };

const NOBODY_IS_TAKEN: Readonly<Record<number, string>> = {
  401: 'the target asks for an API key, or for another one',
  403: 'the API key may not file dossiers',
  404: 'there is no gateway at this address',
  405: 'there is no gateway at this address',
};

/** Judges the answer to `POST /v1/dossiers`. */
export function judge(answer: GatewayAnswer, now: number): Verdict {
  const { status } = answer;
  if (status === 202) return receiptOf(answer);
  if (status === 429 || status === 503) {
    const waitMs = retryAfterMs(answer.headers['retry-after'], now);
    if (status === 429 || waitMs !== undefined) return { kind: 'come-later', status, waitMs };
  }
  if (status >= 500 || status === 408) return { kind: 'try-again', reason: problemLine(answer) };
  const reason = problemLine(answer);
  const why = NOBODY_IS_TAKEN[status];
  if (why !== undefined) return { kind: 'unsuitable', reason: `${why}: ${reason}` };
  return datedWrongly(answer) ?? { kind: 'rejected', reason, code: problemOf(answer).code };
}

function receiptOf(answer: GatewayAnswer): Verdict {
  const dossierNumber = jsonOf(answer)?.['dossierNumber'];
  return typeof dossierNumber === 'string' && dossierNumber !== ''
    ? { kind: 'acknowledged', dossierNumber }
    : { kind: 'try-again', reason: '202 without a dossier number' };
}

function datedWrongly(answer: GatewayAnswer): Verdict | undefined {
  if (answer.status !== 400) return undefined;
  const { errors } = problemOf(answer);
  const code = errors.find(({ pointer }) => pointer === '/submittedAt')?.code;
  if (code === 'in-the-future' && errors.length === 1) return { kind: 'too-early' };
  if (code !== 'simulation-clock-only') return undefined;
  return {
    kind: 'unsuitable',
    reason: 'the target runs on system time and takes no dated dossiers: leave out --dated',
  };
}
