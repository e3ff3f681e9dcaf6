import { isIsoDay } from '@lienthong/calendar';

const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** An instant as the API writes it: ISO 8601 with milliseconds and `+07:00`. */
export function toVietnamIso(instant: number): string {
  return `${new Date(instant + VIETNAM_OFFSET_MS).toISOString().slice(0, 23)}+07:00`;
}

/** Epoch ms of an ISO 8601 instant that says its offset; undefined when it is not one. */
export function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (!match?.[1] || !isCalendarDate(match[1])) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Epoch ms of midnight in Vietnam on a `yyyy-MM-dd` day. */
export function startOfVietnamDay(day: string): number | undefined {
  return isCalendarDate(day) ? Date.parse(`${day}T00:00:00Z`) - VIETNAM_OFFSET_MS : undefined;
}

/** Whether `text` is a `yyyy-MM-dd` day that exists, from 1900 to 2100. */
export function isCalendarDate(text: string): boolean {
  return text >= '1900' && text < '2101' && isIsoDay(text);
}
