import { type DueTimer, type TimerQueue } from '@lienthong/store';

const AT_ONCE = 500;

/** What can fire timers: an engine. */
export interface Fires {
  fire(ids: readonly string[]): Promise<void>;
}

/** Turns due rows into events. It remembers nothing: what is due stays due until its aggregate has moved on. */
export class TimerPump {
  constructor(
    private readonly timers: TimerQueue,
    private readonly engineOf: (kind: string) => Fires,
    private readonly onFired?: (due: readonly DueTimer[], now: number) => void,
  ) {}

  next(): Promise<number | undefined> {
    return this.timers.next();
  }

  /** Fires everything due at `now`, in order of (dueAt, kind, id). */
  async fireDue(now: number): Promise<number> {
    let fired = 0;
    for (let some = await this.fireSome(now); some > 0; some = await this.fireSome(now)) fired += some;
    return fired;
  }

  /** Fires the earliest of what is due at `now`. Resolves with how many; 0: nothing is due. */
  fireSome(now: number): Promise<number> {
    return this.timers.work(now, AT_ONCE, async (due) => {
      await this.fire(due);
      this.onFired?.(due, now);
    });
  }

  private async fire(due: readonly DueTimer[]): Promise<void> {
    for (let from = 0; from < due.length;) {
      const kind = due[from]?.service ?? '';
      let to = from;
      while (due[to]?.service === kind) to++;
      await this.engineOf(kind).fire(due.slice(from, to).map(({ id }) => id));
      from = to;
    }
  }
}
