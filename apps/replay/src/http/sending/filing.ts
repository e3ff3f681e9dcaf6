import { type ReplayDossier } from '../../replay-dossier';

/** One dossier on its way. Instants are real time, ms on the scale of `performance.now()`. */
export interface Filing {
  readonly dossier: ReplayDossier;
  /** Its place in the source, from 1: names it in messages without naming anybody. */
  readonly position: number;
  /** When it was to be sent. */
  readonly intendedAt: number;
  /** When it was sent first. */
  readonly sentAt: number;
}

/** What became of a filing. Latencies in ms. */
export type FilingEnd =
  | {
      readonly kind: 'acknowledged';
      readonly dossierNumber: string;
      /** From the intended instant: what a citizen would have waited, late sends, refusals and repeats included. */
      readonly answerMs: number;
      /** From the sending of the request that was answered: what the gateway took. */
      readonly serviceMs: number;
    }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** The tries or the time were used up. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** The run was stopped before: it belongs to the next leg. */
  | { readonly kind: 'left' };

/** Is told what happens to filings, in the course of sending: must be quick and must not throw. */
export interface FilingObserver {
  /** An arrival left, so many ms after its intended instant. */
  offered?(filing: Filing): void;
  /** A request was turned away with 429 or 503, after which the dossier waited for `waitMs`. */
  refused?(filing: Filing, status: 429 | 503, waitMs: number): void;
  /** The same dossier is about to be sent again because no answer or a 5xx came. */
  repeated?(filing: Filing, cause: 'no-answer' | 'server-error'): void;
  settled?(filing: Filing, end: FilingEnd): void;
}
