import { type Instant } from '@lienthong/contracts';

export type DueState = 'overdue' | 'today' | 'tomorrow' | 'later';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const DAY_MS = 86_400_000;

/** How near a due time is, by Vietnam's calendar. `now` is the simulation's clock, epoch ms. */
export function dueState(dueAt: Instant, now: number): DueState {
  const due = Date.parse(dueAt);
  if (due < now) return 'overdue';
  const day = DAY.format(due);
  if (day === DAY.format(now)) return 'today';
  return day === DAY.format(now + DAY_MS) ? 'tomorrow' : 'later';
}
