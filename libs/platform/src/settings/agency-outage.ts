import { covers, isIsoDay, type Outage, vietnamCalendar } from '@lienthong/calendar';
import { LINKED_AGENCIES, type LinkedAgencyId } from '@lienthong/contracts';

/** A time in which one agency's system is away. */
export interface AgencyOutage extends Outage {
  readonly agency: LinkedAgencyId;
}

const OUTAGE = /^([a-z-]+)@(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(Z|[+-]\d\d:[0-5]\d)?\/(P[\dDHMTW]+)$/;
const DURATION = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,7})M)?)?$/;
const VIETNAM = '+07:00';
const MINUTE_MS = 60_000;

/**
 * `agency@start/duration`: the start without an offset is Vietnamese local time, the duration ISO 8601 in weeks, days,
 * hours and minutes. Whole minutes, as everything an office does is done by the minute. Undefined where it is no such
 * thing, or lies outside the calendar's years.
 */
export function parseOutage(text: string): AgencyOutage | undefined {
  const [, name, day = '', hour, minute, offset = VIETNAM, duration = ''] = OUTAGE.exec(text) ?? [];
  const agency = LINKED_AGENCIES.find((one) => one === name);
  const from = isIsoDay(day) ? Date.parse(`${day}T${hour}:${minute}:00${offset}`) : NaN;
  const ms = durationMs(duration);
  if (agency === undefined || !(ms > 0) || !isInCalendar(from, from + ms)) return undefined;
  return { agency, from, to: from + ms };
}

function isInCalendar(from: number, to: number): boolean {
  const { covered } = vietnamCalendar;
  return !Number.isNaN(from) && covers(covered, from) && covers(covered, to);
}

/** NaN where the text is no duration. */
function durationMs(text: string): number {
  const match = text.endsWith('T') ? null : DURATION.exec(text);
  if (!match) return NaN;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * MINUTE_MS;
}
