import { type IsoDay, type WorkingCalendar, isoDay, startOfDay } from '@lienthong/calendar';
import { type Random, weighted } from './random';

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/** Planning values: Monday is the busiest day, few file at the weekend, and a holiday's filings come after it. */
const WEEKDAY_WEIGHTS = [0.15, 1.25, 1.1, 1, 0.95, 0.9, 0.15] as const;
const DAY_OFF_WEIGHT = 0.15;
const AFTER_HOLIDAY = 1.8;

/** Filings by hour of the day: two peaks, 9–11 and 14–16, and a small one at home in the evening. */
const HOURS = weighted(
  [0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 0.8, 3, 7, 13, 13, 6, 3, 5, 12, 12, 6, 3, 2.5, 3, 3, 2.5, 1.2, 0.6].map(
    (weight, hour) => [hour, weight] as const,
  ),
);

export interface FilingDay {
  /** Epoch ms of its midnight in Vietnam. */
  readonly start: number;
  readonly weight: number;
}

/**
 * The days from `from` to `to`, both included, by how many dossiers are filed on them.
 * @throws RangeError when there is none
 */
export function filingDays(from: IsoDay, to: IsoDay, calendar: WorkingCalendar): readonly FilingDay[] {
  const days: FilingDay[] = [];
  let afterHoliday = false;
  for (let start = startOfDay(from); start <= startOfDay(to); start += DAY_MS) {
    const weekday = (Math.floor((start + VIETNAM_OFFSET_MS) / DAY_MS) + 4) % 7;
    const weekend = weekday === 0 || weekday === 6;
    if (calendar.isWorkingDay(isoDay(start))) {
      const usual = weekend ? 0.9 : (WEEKDAY_WEIGHTS[weekday] ?? 1);
      days.push({ start, weight: afterHoliday ? usual * AFTER_HOLIDAY : usual });
      afterHoliday = false;
    } else {
      days.push({ start, weight: DAY_OFF_WEIGHT });
      afterHoliday ||= !weekend;
    }
  }
  if (days.length === 0) throw new RangeError(`no days from ${from} to ${to}`);
  return days;
}

/** Splits `count` filings over the days by their weights: the parts add up exactly. */
export function* splitByWeight(
  days: readonly FilingDay[],
  count: number,
): Generator<number, void, undefined> {
  const total = days.reduce((sum, day) => sum + day.weight, 0);
  let weight = 0;
  let given = 0;
  for (const [index, day] of days.entries()) {
    weight += day.weight;
    const upTo = index === days.length - 1 ? count : Math.floor((count * weight) / total);
    yield upTo - given;
    given = upTo;
  }
}

/**
 * `count` filing instants of a day in ascending order. The order statistics are drawn one after another
 * (the smallest of k uniform numbers is 1 − u^(1/k)), so nothing is kept or sorted.
 */
export function* filingTimes(
  start: number,
  count: number,
  random: Random,
): Generator<number, void, undefined> {
  let position = 0;
  for (let left = count; left > 0; left--) {
    position = 1 - (1 - position) * Math.pow(1 - random.next(), 1 / left);
    yield start + timeOfDay(position);
  }
}

/** Ms since midnight at which the share `position` of a day's filings is in. */
function timeOfDay(position: number): number {
  const target = Math.min(position, 1 - Number.EPSILON) * HOURS.total;
  let before = 0;
  for (const [hour, upTo] of HOURS.upTo.entries()) {
    if (target < upTo) return Math.floor((hour + (target - before) / (upTo - before)) * HOUR_MS);
    before = upTo;
  }
  return DAY_MS - 1;
}
