import { type Filing, type FilingEnd, type FilingObserver } from './filing';

/** A send is late from here on (ms after its intended instant): beyond the grain of timers. */
export const LATE_MS = 10;

/** What happened between the client and the target in one leg of a run. */
export interface HttpCounts {
  /** Dossiers that were sent at least once. */
  readonly offered: number;
  readonly acknowledged: number;
  /** Answers 429, and 503 with `Retry-After`. */
  readonly refused429: number;
  readonly refused503: number;
  /** Dossiers that were turned away at least once. */
  readonly refusedDossiers: number;
  /** How long they waited because of that, all together and one request at most (ms). */
  readonly refusedWaitMs: number;
  readonly longestRefusedWaitMs: number;
  /** Requests that were sent again because no answer, or a 5xx, came. */
  readonly repeatedAfterNoAnswer: number;
  readonly repeatedAfterServerError: number;
  /** Dossiers sent more than 10 ms after their intended instant. */
  readonly late: number;
  readonly rejected: number;
  readonly unanswered: number;
  /** Under way when the run was stopped: the next leg sends them again. */
  readonly left: number;
}

/** Where latencies go, in ms. */
export interface LatencyRecorder {
  record(ms: number): void;
}

export interface SendingLatencies {
  /** From the intended instant to the acknowledgement. */
  readonly answer: LatencyRecorder;
  /** From the sending of the acknowledged request to its answer. */
  readonly service: LatencyRecorder;
  /** From the intended to the actual instant of sending. */
  readonly lateness: LatencyRecorder;
}

/** Counts what happens to filings, and hands on how long it took. */
export class Counting implements Required<FilingObserver> {
  private readonly turnedAway = new WeakSet<Filing>();
  readonly counts: { -readonly [name in keyof HttpCounts]: number } = {
    offered: 0,
    acknowledged: 0,
    refused429: 0,
    refused503: 0,
    refusedDossiers: 0,
    refusedWaitMs: 0,
    longestRefusedWaitMs: 0,
    repeatedAfterNoAnswer: 0,
    repeatedAfterServerError: 0,
    late: 0,
    rejected: 0,
    unanswered: 0,
    left: 0,
  };

  constructor(private readonly latencies: SendingLatencies) {}

  offered({ intendedAt, sentAt }: Filing): void {
    this.counts.offered++;
    if (sentAt - intendedAt > LATE_MS) this.counts.late++;
    this.latencies.lateness.record(Math.max(0, sentAt - intendedAt));
  }

  refused(filing: Filing, status: 429 | 503, waitMs: number): void {
    const { counts } = this;
    if (status === 429) counts.refused429++;
    else counts.refused503++;
    counts.refusedWaitMs += waitMs;
    counts.longestRefusedWaitMs = Math.max(counts.longestRefusedWaitMs, waitMs);
    if (this.turnedAway.has(filing)) return;
    this.turnedAway.add(filing);
    counts.refusedDossiers++;
  }

  repeated(_filing: Filing, cause: 'no-answer' | 'server-error'): void {
    if (cause === 'no-answer') this.counts.repeatedAfterNoAnswer++;
    else this.counts.repeatedAfterServerError++;
  }

  settled(_filing: Filing, end: FilingEnd): void {
    this.counts[end.kind]++;
    if (end.kind !== 'acknowledged') return;
    this.latencies.answer.record(end.answerMs);
    this.latencies.service.record(end.serviceMs);
  }
}
