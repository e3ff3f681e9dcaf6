import i18n from 'i18next';
import { locale } from './numbers';

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Office hours of one working day. */
const WORKING_DAY = 8 * HOUR;

/** Office hours as people count them: `2 ngày làm việc`, `3 giờ làm việc`, `20 phút`. */
export function formatWorking(workingMs: number): string {
  const ms = Math.abs(workingMs);
  if (ms >= WORKING_DAY) return count('workingDays', ms / WORKING_DAY);
  if (ms >= HOUR) return count('workingHours', ms / HOUR);
  return count('minutes', ms / MINUTE);
}

/**
 * `còn 2 ngày làm việc`, `quá hạn 3 giờ làm việc`; `quá hạn` from the due time until an office hour has passed.
 * @param overdue whether the due time has passed: between closing and opening that takes no office hours
 */
export function formatLeft(workingMsLeft: number, overdue: boolean | undefined): string {
  const late = overdue ?? workingMsLeft < 0;
  if (late && workingMsLeft > -MINUTE) return i18n.t('duration.overdue');
  return i18n.t(late ? 'duration.over' : 'duration.left', { duration: formatWorking(workingMsLeft) });
}

/** Calendar time: `2 ngày 4 giờ`, `35 phút`, `12 giây`. */
export function formatElapsed(ms: number): string {
  if (ms < MINUTE) return count('seconds', ms / 1000);
  if (ms < HOUR) return count('minutes', ms / MINUTE);
  const hours = Math.round(ms / HOUR);
  if (hours < 24) return count('hours', hours);
  const days = count('days', Math.floor(hours / 24));
  return hours % 24 === 0 ? days : `${days} ${count('hours', hours % 24)}`;
}

function count(unit: string, value: number): string {
  const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  const shown = new Intl.NumberFormat(locale()).format(rounded);
  return i18n.t(`duration.${unit}`, { count: rounded, shown });
}
