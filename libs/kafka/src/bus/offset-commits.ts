import { type EachBatchPayload } from 'kafkajs';

type Offsets = Pick<EachBatchPayload, 'uncommittedOffsets' | 'commitOffsetsIfNecessary' | 'isRunning'>;

/**
 * Commits what a member has worked a moment later, the offsets of many batches at once: a commit a batch would cost the
 * brokers more than the batch, and hold up the next one. What was not committed when a process dies comes again.
 */
export class OffsetCommits {
  /** Through which the member's consumer commits at present. */
  private offsets: Offsets | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Resolves with whether it succeeded. */
  private underWay: Promise<boolean> | undefined;

  constructor(private readonly afterMs: number) {}

  /** An offset was resolved: it is committed soon. */
  resolved(offsets: Offsets): void {
    this.offsets = offsets;
    this.timer ??= setTimeout(() => void this.commit(), this.afterMs).unref();
  }

  /**
   * Resolves once what was resolved so far is committed, or could not be.
   * @param stopping the consumer has been told to end, and waits for this
   */
  async commit(stopping = false): Promise<void> {
    // After one that failed, all that waited would try in turn for as long as the brokers are away.
    while (this.underWay) if (!(await this.underWay)) return;
    const { timer, offsets } = this;
    if (timer === undefined || !offsets) return;
    clearTimeout(timer);
    this.timer = undefined;
    // One that fell out would open connections anew, which nobody closes. The next one starts from what is committed.
    if (!stopping && !offsets.isRunning()) return;
    this.underWay = this.send(offsets).finally(() => (this.underWay = undefined));
    await this.underWay;
  }

  /** What failed is tried again, a moment later. */
  private async send(offsets: Offsets): Promise<boolean> {
    try {
      await offsets.commitOffsetsIfNecessary(offsets.uncommittedOffsets());
      return true;
    } catch {
      this.resolved(this.offsets ?? offsets);
      return false;
    }
  }
}
