const SECOND_MS = 1_000;
const HTTP_DATE = /^[A-Z][a-z]{2,8},? /;

/**
 * How long a `Retry-After` asks to wait, in ms: seconds, or the distance to an HTTP date. Undefined when there is none
 * that can be read.
 * @param now epoch ms, real time
 */
export function retryAfterMs(header: string | string[] | undefined, now: number): number | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND_MS;
  const date = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
