import { type Instant } from '@lienthong/contracts';

export const PRESETS = ['7d', '30d', '90d', 'year', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** A preset of the simulation's clock, or days (`2026-11-22`), both included. */
export type Period = Preset | { readonly first: string; readonly last: string };

export interface Span {
  readonly from?: Instant;
  readonly to?: Instant;
}

const DAYS: Readonly<Partial<Record<Preset, number>>> = { '7d': 7, '30d': 30, '90d': 90 };
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const VIETNAM_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** What `period=30d` or `period=2026-01-01_2026-03-31` in an address means; thirty days where it means nothing. */
export function readPeriod(text: string | null): Period {
  const preset = PRESETS.find((one) => one === text);
  if (preset) return preset;
  const [first = '', last = ''] = (text ?? '').split('_');
  return isDay(first) && isDay(last) && first <= last ? { first, last } : '30d';
}

export function writePeriod(period: Period): string {
  return typeof period === 'string' ? period : `${period.first}_${period.last}`;
}

/** The instants of a period: whole days of Vietnam, today's included. `now` is the simulation's clock, epoch ms. */
export function spanOf(period: Period, now: number): Span {
  if (typeof period !== 'string')
    return { from: midnight(period.first), to: midnight(dayAfter(period.last)) };
  if (period === 'all') return {};
  const today = VIETNAM_DAY.format(now);
  const to = midnight(dayAfter(today));
  if (period === 'year') return { from: midnight(`${today.slice(0, 4)}-01-01`), to };
  return { from: midnight(dayAfter(today, -(DAYS[period] ?? 0) + 1)), to };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function midnight(day: string): Instant {
  return `${day}T00:00:00.000+07:00`;
}
