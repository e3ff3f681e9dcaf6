import { isoDay, startOfDay, vietnamCalendar } from '@lienthong/calendar';
import { type ClockKind } from '@lienthong/clock';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The calendar as a check of readiness: `up`, or that it has ended, which stops filings and nothing else. */
export function calendarState(now: number): string {
  const { from, to } = vietnamCalendar.covered;
  if (isoDay(now) < from) return `begins on ${from}: no filings are taken before`;
  return isoDay(now) <= to ? 'up' : `ended on ${to}: no filings are taken`;
}

/**
 * How far the calendar of working days goes, in one line for whoever starts the system; undefined where that is no matter:
 * a virtual clock waits, and in system time it is years away.
 * @param now simulated, epoch ms
 * @param speed simulated seconds a real second
 */
export function calendarNotice(clock: ClockKind, now: number, speed: number): string | undefined {
  const { from, to } = vietnamCalendar.covered;
  if (isoDay(now) < from)
    return `The calendar of working days begins on ${from}: filings before are refused (calendar-year-missing).`;
  if (isoDay(now) > to)
    return `The calendar of working days ended on ${to}: filings are refused (calendar-year-missing), what was filed before goes on.`;
  if (clock !== 'scaled') return undefined;
  const realMs = (startOfDay(to) + DAY_MS - now) / speed;
  return `The calendar of working days ends on ${to}: at ${speed}× real time in ${inWords(realMs)}. Filings are refused from then on.`;
}

function inWords(ms: number): string {
  const hours = ms / HOUR_MS;
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  if (hours >= 2) return `${Math.floor(hours)} hours`;
  const minutes = Math.max(1, Math.floor(hours * 60));
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
