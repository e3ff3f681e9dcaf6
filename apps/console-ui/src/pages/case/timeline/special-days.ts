import { type CalendarView } from '@lienthong/contracts';
import { DAY, type Range, startOfDay } from './scale';

/** A holiday, or a Saturday that is worked, on a timeline. */
export interface SpecialSpan extends Range {
  readonly kind: 'off' | 'worked';
  /** Of a holiday; in Vietnamese. */
  readonly name?: string;
  readonly provisional: boolean;
  /** Its first and its last day, whole, also where the timeline begins or ends within. */
  readonly first: number;
  readonly last: number;
}

/** What of the calendar lies within a range, in order; days of one holiday that follow each other are one. */
export function specialSpans(range: Range, calendar: CalendarView | undefined): readonly SpecialSpan[] {
  if (!calendar) return [];
  const days = [
    ...calendar.daysOff.map(({ day, name, provisional = false }) => ({ ...off, name, provisional, day })),
    ...calendar.workedSaturdays.map((day) => ({ kind: 'worked' as const, provisional: false, day })),
  ];
  const spans: SpecialSpan[] = [];
  for (const { day, ...rest } of days.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const first = startOfDay(day);
    const from = Math.max(first, range.from);
    const to = Math.min(first + DAY, range.to);
    if (to <= from) continue;
    const span: SpecialSpan = { ...rest, from, to, first, last: first };
    const before = spans.at(-1);
    if (before && before.to === from && before.kind === span.kind && before.name === span.name)
      spans[spans.length - 1] = { ...before, to, last: first };
    else spans.push(span);
  }
  return spans;
}

const off = { kind: 'off' as const };
