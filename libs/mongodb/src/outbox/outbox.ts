import { type Publisher } from '@lienthong/event-bus';
import { type Effects, leavesEffects } from '../documents/aggregate.document';
import { type Claims } from '../store/claims';
import { OwedSteps } from './owed-steps';
import { OwnMarks } from './own-marks';

/**
 * Carries out what saved steps have left to do: give up claims, publish messages. Keeps the invariant that no step on an
 * aggregate begins before its earlier messages have reached the bus at least once (docs/decisions/0012).
 */
export class Outbox {
  readonly owed = new OwedSteps();
  readonly marks = new OwnMarks();
  private attempts = 0;

  constructor(
    private readonly publisher: Publisher,
    private readonly claims: Claims,
    /** This process, as documents name who saved them. */
    readonly writer: string,
  ) {}

  nextAttempt(): number {
    return ++this.attempts;
  }

  /** Before work on stored documents: publishes what others saved, and what is not known to be published. */
  async settle(documents: readonly Effects[]): Promise<void> {
    const waits: Promise<void>[] = [];
    const open: Effects[] = [];
    for (const document of documents) {
      const { _id, version, attempt } = document;
      const ours = document.writer === this.writer;
      this.owed.stored(_id, version, ours ? attempt : NaN);
      if (ours && !this.owed.owes(_id, attempt)) continue;
      const underWay = ours ? this.owed.underWay(_id, attempt) : undefined;
      if (underWay) waits.push(underWay);
      else if (leavesEffects(document)) open.push(document);
      else if (ours) this.owed.settle(_id, attempt);
    }
    if (open.length > 0) waits.push(this.deliver(open));
    await Promise.all(waits);
  }

  /** Gives up the claims, then publishes. After a rejection the steps are still owed. */
  async deliver(documents: readonly Effects[]): Promise<void> {
    await this.release(documents);
    await this.publish(documents);
  }

  release(documents: readonly Effects[]): Promise<void> {
    return this.claims.release(
      documents.flatMap(({ _id, releases = [] }) => releases.map((key) => ({ key, owner: _id }))),
    );
  }

  async publish(documents: readonly Effects[]): Promise<void> {
    const messages = documents.flatMap(({ outbox }) => outbox);
    const work = messages.length > 0 ? this.publisher.publish(messages) : Promise.resolve();
    const ours = documents.filter(({ writer }) => writer === this.writer);
    for (const { _id, attempt } of ours) this.owed.publishing(_id, attempt, work);
    try {
      await work;
      for (const { _id, attempt } of ours) this.owed.settle(_id, attempt);
    } catch (error) {
      for (const { _id, attempt } of ours) this.owed.publishing(_id, attempt, undefined);
      throw error;
    }
  }
}
