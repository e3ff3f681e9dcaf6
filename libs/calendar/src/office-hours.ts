import { InvalidCalendarData } from './calendar.errors';
import { DAY_MS } from './iso-day';

/** A span of office hours, `HH:mm` local time; `closes` is exclusive and may be `24:00`. */
export interface OpeningSpan {
  readonly opens: string;
  readonly closes: string;
}

const TIME_OF_DAY = /^(\d{2}):([0-5]\d)$/;

/**
 * `HH:mm` as ms since midnight.
 * @throws InvalidCalendarData
 */
export function parseTimeOfDay(text: string): number {
  const match = TIME_OF_DAY.exec(text);
  const ms = match ? Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000 : NaN;
  if (ms >= 0 && ms <= DAY_MS) return ms;
  throw new InvalidCalendarData(`not a time of day HH:mm: ${text}`);
}

/** Office hours (giờ hành chính) of one day, times as ms since midnight. The same table for every working day. */
export class OfficeHours {
  /** Office hours in a working day. */
  readonly msPerDay: number;
  /** Time of day of the day's first opening. */
  readonly firstOpening: number;
  private readonly spans: readonly { readonly opens: number; readonly closes: number }[];

  /** @throws InvalidCalendarData unless the spans are ordered, not empty, and do not overlap */
  constructor(spans: readonly OpeningSpan[]) {
    let previousCloses = 0;
    let total = 0;
    this.spans = spans.map((span) => {
      const opens = parseTimeOfDay(span.opens);
      const closes = parseTimeOfDay(span.closes);
      if (opens < previousCloses || closes <= opens) {
        throw new InvalidCalendarData(
          `office hours must be ordered and must not overlap: ${span.opens}–${span.closes}`,
        );
      }
      previousCloses = closes;
      total += closes - opens;
      return { opens, closes };
    });
    const [first] = this.spans;
    if (!first) throw new InvalidCalendarData('office hours must have at least one span');
    this.firstOpening = first.opens;
    this.msPerDay = total;
  }

  /** Office hours from midnight to `timeOfDay`. */
  before(timeOfDay: number): number {
    let total = 0;
    for (const { opens, closes } of this.spans) {
      if (timeOfDay <= opens) break;
      total += Math.min(timeOfDay, closes) - opens;
    }
    return total;
  }

  /** The earliest time of day by which offices were open for `ms`, which is in (0, {@link msPerDay}]. */
  timeAfter(ms: number): number {
    let left = ms;
    let time = 0;
    for (const { opens, closes } of this.spans) {
      time = opens + left;
      if (time <= closes) break;
      left -= closes - opens;
    }
    return time;
  }

  /** `timeOfDay` itself within office hours, else the next opening of the day; undefined after the last closing. */
  nextOpening(timeOfDay: number): number | undefined {
    for (const { opens, closes } of this.spans) {
      if (timeOfDay < closes) return Math.max(timeOfDay, opens);
    }
    return undefined;
  }
}
