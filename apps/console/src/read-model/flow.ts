import { Injectable } from '@nestjs/common';
import { type CaseRecord } from './case-record';

const MINUTE_MS = 60_000;
const MINUTES = 30;

export interface FlowMinute {
  /** Epoch ms of the real clock at which the minute began. */
  readonly at: number;
  readonly filed: number;
  readonly ended: number;
}

/** Cases filed and ended in each real minute whose events this process has taken, the last half hour. */
@Injectable()
export class Flow {
  private readonly minutes = new Map<number, { filed: number; ended: number }>();

  /** Told of each change of a case's record: what the bus brings again changes nothing, and so counts once. */
  moved(before: CaseRecord | undefined, after: CaseRecord, now: number): void {
    // A gap that is closed tells of the past.
    if (!after.summary || before?.gap !== undefined) return;
    const isFiled = !before?.summary;
    const isEnded = before?.summary?.finishedAt === undefined && after.summary.finishedAt !== undefined;
    if (!isFiled && !isEnded) return;
    const minute = this.minute(Math.floor(now / MINUTE_MS));
    if (isFiled) minute.filed++;
    if (isEnded) minute.ended++;
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
