import { type IsoDay, isoDay, startOfDay } from '@lienthong/calendar';
import { type ProcedureGroup } from '@lienthong/contracts';

const DAY_MS = 86_400_000;
/** Calendar days within which a birth or a death must be registered (Luật Hộ tịch). */
const DAYS_ALLOWED: Readonly<Record<ProcedureGroup, number>> = { birth: 60, death: 15 };

/**
 * Whether what happened at `happened` is registered late at `now` (epoch ms). Where only the month or the year is
 * known, it counts from that period's last day: nobody is late by ignorance.
 */
export function isLateRegistration(group: ProcedureGroup, happened: string, now: number): boolean {
  const days = (startOfDay(isoDay(now)) - startOfDay(latestDay(happened))) / DAY_MS;
  return days > DAYS_ALLOWED[group];
}

/** The last day that `2026`, `2026-11`, `2026-11-15` or `2026-11-15T03:20` can mean. */
function latestDay(text: string): IsoDay {
  if (text.length >= 10) return text.slice(0, 10);
  const year = text.slice(0, 4);
  const month = text.length >= 7 ? Number(text.slice(5, 7)) : 12;
  const next =
    month === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return isoDay(startOfDay(next) - DAY_MS);
}
