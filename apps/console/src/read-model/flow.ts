import { Injectable } from '@nestjs/common';
import { type CaseEvent, type Message } from '@lienthong/contracts';

const MINUTE_MS = 60_000;
const MINUTES = 30;

export interface FlowMinute {
  /** Epoch ms of the real clock at which the minute began. */
  readonly at: number;
  readonly filed: number;
  readonly ended: number;
}

/** Cases filed and ended in each real minute that this process has taken events in, the last half hour. */
@Injectable()
export class Flow {
  private readonly minutes = new Map<number, { filed: number; ended: number }>();

  take(messages: readonly Message[], now: number): void {
    const minute = this.minute(Math.floor(now / MINUTE_MS));
    for (const message of messages) {
      const { type, at, data } = (message as CaseEvent).data;
      if (type === 'dossier.submitted') minute.filed++;
      // A case that comes to rest again after issue keeps the instant at which it ended.
      else if (data?.['finishedAt'] === at && data['onTime'] !== undefined) minute.ended++;
    }
  }

  /** Oldest first, without gaps; the last is the minute that `now` lies in. */
  at(now: number): readonly FlowMinute[] {
    const last = Math.floor(now / MINUTE_MS);
    return Array.from({ length: MINUTES }, (_, i) => {
      const minute = last - MINUTES + 1 + i;
      const { filed = 0, ended = 0 } = this.minutes.get(minute) ?? {};
      return { at: minute * MINUTE_MS, filed, ended };
    });
  }

  private minute(number: number): { filed: number; ended: number } {
    let minute = this.minutes.get(number);
    if (!minute) {
      this.minutes.set(number, (minute = { filed: 0, ended: 0 }));
      for (const old of this.minutes.keys()) if (old <= number - MINUTES) this.minutes.delete(old);
    }
    return minute;
  }
}
