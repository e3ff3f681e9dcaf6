import { decimal, limit, percent, whole } from '../format/vietnamese';
import { type Column } from '../html/table';
import { type TimeSummary } from '../../statistics';

/** The columns that every table of processing times has, in working days where nothing else is said. */
export function timeColumns<Row extends TimeSummary>(): readonly Column<Row>[] {
  return [
    { head: { vi: 'Số lượt', en: 'Cases' }, value: ({ cases }) => whole(cases) },
    { head: { vi: 'Trung vị', en: 'p50' }, value: ({ workingDays }) => decimal(workingDays.p50, 2) },
    { head: { vi: 'p90', en: 'p90' }, value: ({ workingDays }) => decimal(workingDays.p90, 2) },
    { head: { vi: 'p99', en: 'p99' }, value: ({ workingDays }) => decimal(workingDays.p99, 2) },
    { head: { vi: 'Lâu nhất', en: 'max' }, value: ({ workingDays }) => decimal(workingDays.max, 2) },
    { head: { vi: 'Thời hạn', en: 'limit' }, value: ({ limitWorkingDays }) => limit(limitWorkingDays) },
    {
      head: { vi: 'Ngày lịch', en: 'calendar, p50' },
      value: ({ calendarDays }) => decimal(calendarDays.p50, 2),
    },
    { head: { vi: 'Trễ', en: 'late' }, value: ({ late }) => whole(late) },
    { head: { vi: 'Đúng hạn', en: 'on time' }, value: ({ onTimeShare }) => percent(onTimeShare) },
  ];
}
