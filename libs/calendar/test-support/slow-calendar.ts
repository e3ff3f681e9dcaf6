/**
 * The same rules written again, slowly and without the library: `Date` loops over literal lists of days.
 * Property tests compare the two.
 */
const HOUR = 3_600_000;
const MINUTE = 60_000;

const OFF = new Set(
  `2023-09-01 2023-09-04
   2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30 2024-05-01 2024-09-02 2024-09-03
   2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01 2025-05-02 2025-09-01 2025-09-02
   2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02
   2027-01-01 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-02-11 2027-04-16 2027-04-30 2027-05-03 2027-09-01 2027-09-02`.split(
    /\s+/,
  ),
);
const WORKED = new Set(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);

/** A `Date` whose UTC fields are the local ones. */
function local(instant: number): Date {
  return new Date(instant + 7 * HOUR);
}

export function dayOf(instant: number): string {
  return local(instant).toISOString().slice(0, 10);
}

function at(day: string, time: string): number {
  return Date.parse(`${day}T${time}+07:00`);
}

function shift(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 24 * HOUR).toISOString().slice(0, 10);
}

export function isWorking(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WORKED.has(day) || (weekday !== 0 && weekday !== 6 && !OFF.has(day));
}

export function nthWorkingDay(day: string, n: number): string {
  let current = day;
  for (let left = Math.abs(n); left > 0;) {
    current = shift(current, Math.sign(n));
    if (isWorking(current)) left--;
  }
  return current;
}

export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = shift(from, 1); day <= to; day = shift(day, 1)) if (isWorking(day)) count++;
  return count;
}

export function dayZero(instant: number): string {
  const day = dayOf(instant);
  return isWorking(day) && instant < at(day, '15:00:00') ? day : nthWorkingDay(day, 1);
}

export function limit(instant: number, n: number): number {
  return at(nthWorkingDay(dayZero(instant), n), '17:00:00');
}

function isOpen(instant: number): boolean {
  const minute = local(instant).getUTCHours() * 60 + local(instant).getUTCMinutes();
  const office = (minute >= 450 && minute < 690) || (minute >= 780 && minute < 1020);
  return office && isWorking(dayOf(instant));
}

/** Walks from minute to minute. */
export function workingMs(from: number, to: number): number {
  let total = 0;
  for (let instant = from; instant < to;) {
    const next = Math.min(Math.floor(instant / MINUTE) * MINUTE + MINUTE, to);
    if (isOpen(instant)) total += next - instant;
    instant = next;
  }
  return total;
}

export function nextOpening(instant: number): number {
  let next = instant;
  while (!isOpen(next)) next = Math.floor(next / MINUTE) * MINUTE + MINUTE;
  return next;
}
