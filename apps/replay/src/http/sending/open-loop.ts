import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ReplayDossier } from '../../replay-dossier';
import { type Arrivals } from '../schedules/arrivals';
import { type BodyMaker, type SubmissionBodies } from '../submitting/submission-body';
import { type Submitter } from '../submitting/submitter';
import { type Filing, type FilingEnd, type FilingObserver } from './filing';
import { type Halt } from './halt';
import { Slots } from './slots';
import { type Upcoming } from './upcoming';

/** Dossiers in hand at most, those that wait to be sent again included: bounds the memory under refusals. */
const MOST_IN_HAND = 20_000;
/** The longest that sending keeps the event loop from answers (ms). */
const LONGEST_TURN_MS = 2;

export interface Window {
  /** Arrivals that were to come later than this are left to others (ms since the beginning). */
  readonly lastMs: number;
  /** How much longer it may take to send them (ms). */
  readonly overrunMs: number;
}

export interface LoopEnd {
  readonly why: 'source-ended' | 'window-ended' | 'stopped';
  /** Arrivals of the window that there was no time to send. */
  readonly unsent: number;
  /** How long sending waited because the bound on requests or dossiers in hand was reached (ms). */
  readonly blockedMs: number;
}

export interface LoopParts {
  readonly submitter: Submitter;
  /** A slot for each request under way. */
  readonly wire: Slots;
  readonly halt: Halt;
  readonly observer: Required<Pick<FilingObserver, 'offered' | 'settled'>>;
  readonly bodies: BodyMaker;
  /** Is waited for before a dossier is sent: brings a clock that stands to the dossier's date. */
  readonly reach: (dossier: ReplayDossier, settled: () => Promise<void>) => Promise<void>;
}

/**
 * Sends dossiers at their instants, whatever is answered and when (an open model): every arrival keeps the instant it
 * was meant for, and one that leaves late is measured against that, so a slow target cannot hide behind a client that
 * politely waits for it.
 */
export class OpenLoop {
  private readonly inHand: Slots;
  private turnEndsAt = 0;

  constructor(private readonly parts: LoopParts) {
    this.inHand = new Slots(MOST_IN_HAND);
  }

  /** Sends until the source, the window or the run ends. Answers are still under way then: see {@link settled}. */
  async run(upcoming: Upcoming, arrivals: Arrivals, window?: Window): Promise<LoopEnd> {
    const { halt, bodies } = this.parts;
    const begin = performance.now();
    let blockedMs = 0;
    for (;;) {
      const next = await upcoming.peek();
      if (halt.stopped) return { why: 'stopped', unsent: 0, blockedMs };
      if (!next) return { why: 'source-ended', unsent: 0, blockedMs };
      const offset = arrivals.next(next.dossier);
      if (window && offset >= window.lastMs) return { why: 'window-ended', unsent: 0, blockedMs };
      // Made before its instant, where it needs no question.
      const body = next.dossier.birth ? undefined : bodies.bodiesOf(next.dossier);
      await this.waitUntil(begin + offset);
      if (window && performance.now() - begin > window.lastMs + window.overrunMs)
        return { why: 'window-ended', unsent: 1 + arrivalsLeft(arrivals, next.dossier, window), blockedMs };
      if (halt.stopped) return { why: 'stopped', unsent: 0, blockedMs };
      upcoming.take();
      await this.parts.reach(next.dossier, () => this.settled());
      blockedMs += await this.takeSlots();
      if (halt.stopped) {
        this.giveSlots();
        return { why: 'stopped', unsent: 0, blockedMs };
      }
      const filing = { ...next, intendedAt: begin + offset, sentAt: performance.now() };
      this.send(filing, body ?? bodies.bodiesOf(next.dossier));
    }
  }

  /** Resolves once everything that was sent is answered for good. */
  settled(): Promise<void> {
    return this.inHand.allFree();
  }

  private send(filing: Filing, bodies: SubmissionBodies | Promise<SubmissionBodies>): void {
    const { observer, halt } = this.parts;
    observer.offered(filing);
    const settle = (end: FilingEnd): void => {
      observer.settled(filing, end);
      this.inHand.give();
    };
    this.file(filing, bodies).then(settle, (error: unknown) => {
      halt.fail(error);
      settle({ kind: 'left' });
    });
  }

  private async file(
    filing: Filing,
    bodies: SubmissionBodies | Promise<SubmissionBodies>,
  ): Promise<FilingEnd> {
    const { submitter, wire } = this.parts;
    if (!(bodies instanceof Promise)) return submitter.file(filing, bodies);
    const made = await bodies.catch((error: unknown) => {
      wire.give();
      throw error;
    });
    return submitter.file(filing, made);
  }

  private async waitUntil(instant: number): Promise<void> {
    const { halt } = this.parts;
    let left = instant - performance.now();
    if (left <= 0) {
      if (performance.now() < this.turnEndsAt) return;
      await nextTurn();
    }
    // A timer may fire a little early by this clock.
    for (; left > 0 && !halt.stopped; left = instant - performance.now()) await halt.sleep(left);
    this.turnEndsAt = performance.now() + LONGEST_TURN_MS;
  }

  /** Returns how long that took, when it had to wait (ms). */
  private async takeSlots(): Promise<number> {
    const { wire } = this.parts;
    if (!this.inHand.full && !wire.full) {
      this.inHand.tryTake();
      wire.tryTake();
      return 0;
    }
    const from = performance.now();
    await this.inHand.take();
    await wire.take();
    return performance.now() - from;
  }

  private giveSlots(): void {
    this.parts.wire.give();
    this.inHand.give();
  }
}

function arrivalsLeft(arrivals: Arrivals, dossier: ReplayDossier, { lastMs }: Window): number {
  let left = 0;
  while (arrivals.next(dossier) < lastMs) left++;
  return left;
}
