import { type Instant } from '@lienthong/contracts';

const OFFSET = 'Asia/Ho_Chi_Minh';
const DAY = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: OFFSET,
});
const TIME = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: OFFSET,
});

/** `22/11/2026`: the way dates are written in Vietnam, in both languages. */
export function formatDay(instant: Instant | number): string {
  return DAY.format(new Date(instant));
}

/** `10:35`. */
export function formatTime(instant: Instant | number): string {
  return TIME.format(new Date(instant));
}

/** `10:35 22/11/2026`. */
export function formatInstant(instant: Instant | number): string {
  return `${formatTime(instant)} ${formatDay(instant)}`;
}
