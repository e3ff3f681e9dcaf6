import { type Membership } from '../groups/membership';

const REBALANCE = new Set(['REBALANCE_IN_PROGRESS', 'NOT_COORDINATOR_FOR_GROUP', 'ILLEGAL_GENERATION']);
const GONE = 'UNKNOWN_MEMBER_ID';

/** Keeps this member in its group while a batch is worked, and finds out meanwhile whether the group rebalances. */
export class Heartbeat {
  private lost: unknown;

  /**
   * @param send sends a heartbeat unless one went out a short time ago
   * @param everyMs how often to try
   */
  constructor(
    private readonly send: () => Promise<void>,
    private readonly membership: Membership,
    private readonly everyMs: number,
  ) {}

  async during<T>(work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => void this.beat(), this.everyMs);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** @throws what the coordinator said, if the share is to be given anew: the client must see it to join again */
  async check(): Promise<void> {
    await this.beat();
    if (this.lost !== undefined) throw this.lost as Error;
  }

  private async beat(): Promise<void> {
    if (this.lost !== undefined) return;
    try {
      await this.send();
    } catch (error) {
      const { type } = error as { readonly type?: string };
      if (type === undefined || (type !== GONE && !REBALANCE.has(type))) return;
      this.lost = error;
      this.membership.leave();
    }
  }
}
