import { type CalendarView } from '@lienthong/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Vietnam has one offset all year. */
const OFFSET = 7 * HOUR;
const OPENS = 7.5 * HOUR;
const CLOSES = 17 * HOUR;
/** Beyond this many days nights are too narrow to be seen. */
const DAYS_WITH_NIGHTS = 12;

/** Epoch ms. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What part of a range has gone by at `at`, from 0 to 1. */
export function shareOf({ from, to }: Range, at: number): number {
  if (to <= from) return 0;
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** The range of a timeline: all that is on it, and a little air at both ends. */
export function rangeOf(instants: readonly number[]): Range {
  const from = Math.min(...instants);
  const to = Math.max(...instants);
  const air = Math.max((to - from) * 0.02, 5 * MINUTE);
  return { from: from - air, to: to + air };
}

/** Where an axis has its marks: full hours, days or weeks in Vietnam, at most about `most`. */
export function ticksOf({ from, to }: Range, most = 8): readonly number[] {
  const steps = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];
  const step = steps.find((one) => (to - from) / one <= most) ?? 56 * DAY;
  const first = Math.ceil((from + OFFSET) / step) * step - OFFSET;
  const ticks: number[] = [];
  for (let at = first; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** Midnight in Vietnam at which a day (`2026-11-22`) begins. */
export function startOfDay(day: string): number {
  return Date.parse(day) - OFFSET;
}

/**
 * When offices are closed: weekends and holidays, and nights where the range is short enough to see them. Without a
 * calendar by the week alone.
 */
export function closedSpans(
  range: Range,
  calendar?: Pick<CalendarView, 'daysOff' | 'workedSaturdays'>,
): readonly Range[] {
  const off = new Set(calendar?.daysOff.map(({ day }) => day));
  const worked = new Set(calendar?.workedSaturdays);
  const nights = range.to - range.from <= DAYS_WITH_NIGHTS * DAY;
  const spans: Range[] = [];
  const first = Math.floor((range.from + OFFSET) / DAY) * DAY - OFFSET;
  for (let midnight = first; midnight < range.to; midnight += DAY) {
    const local = new Date(midnight + OFFSET);
    const day = local.toISOString().slice(0, 10);
    const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
    if (!worked.has(day) && (weekend || off.has(day))) add(spans, range, midnight, midnight + DAY);
    else if (nights) {
      add(spans, range, midnight, midnight + OPENS);
      add(spans, range, midnight + CLOSES, midnight + DAY);
    }
  }
  return spans;
}

/** Adds what lies within the range, joined to the span before where they touch. */
function add(spans: Range[], range: Range, start: number, end: number): void {
  const from = Math.max(start, range.from);
  const to = Math.min(end, range.to);
  if (to <= from) return;
  const last = spans.at(-1);
  if (last?.to === from) spans[spans.length - 1] = { from: last.from, to };
  else spans.push({ from, to });
}
