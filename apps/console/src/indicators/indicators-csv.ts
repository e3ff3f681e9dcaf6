import {
  PROCEDURE_GROUP_NAMES,
  AGENCY_NAMES,
  type IndicatorDimension,
  type IndicatorRow,
  type IndicatorsView,
  type Language,
  PROCEDURE_NAMES,
} from '@lienthong/contracts';
import { BOM, csvLine } from '../csv/csv';

const HOUR_MS = 3_600_000;

const DIMENSIONS: Readonly<Record<IndicatorDimension, Readonly<Record<Language, string>>>> = {
  procedureGroup: { vi: 'Nhóm thủ tục', en: 'Procedure group' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  province: { vi: 'Mã tỉnh', en: 'Province code' },
  policy: { vi: 'Chế độ thời hạn', en: 'Policy' },
  day: { vi: 'Ngày', en: 'Day' },
  week: { vi: 'Tuần', en: 'Week' },
  month: { vi: 'Tháng', en: 'Month' },
};

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Đã kết thúc',
    'Tỷ lệ đúng hạn',
    'Trung vị (giờ làm việc tính vào thời hạn)',
    'p90 (giờ làm việc tính vào thời hạn)',
    'p99 (giờ làm việc tính vào thời hạn)',
    'Thời hạn (ngày làm việc)',
    'Số lần bổ sung',
    'Từ chối',
    'Hoàn thành',
    'Hồ sơ chờ người nộp bổ sung',
    'Người nộp giữ, trung vị (giờ làm việc)',
    'Người nộp giữ, p90 (giờ làm việc)',
  ],
  en: [
    'Ended',
    'On-time share',
    'Median (office hours counted)',
    'p90 (office hours counted)',
    'p99 (office hours counted)',
    'Limit (working days)',
    'Supplements',
    'Refused',
    'Completed',
    'Cases that waited for the applicant',
    'Applicant, median (office hours)',
    'Applicant, p90 (office hours)',
  ],
};

const TOTAL: Readonly<Record<Language, string>> = { vi: 'Tổng', en: 'Total' };

/** Indicators as a CSV file, the total last. */
export function indicatorsCsv({ by, rows, total }: IndicatorsView, language: Language): string {
  return [
    BOM + csvLine([DIMENSIONS[by][language], ...HEADINGS[language]]),
    ...rows.map((row) => csvLine([nameOf(by, row.key, language), ...figures(row)])),
    csvLine([TOTAL[language], ...figures(total)]),
  ].join('');
}

function figures(row: IndicatorRow): readonly (number | undefined)[] {
  return [
    row.ended,
    row.onTimeShare === undefined ? undefined : Math.round(row.onTimeShare * 10_000) / 10_000,
    hours(row.p50Ms),
    hours(row.p90Ms),
    hours(row.p99Ms),
    row.limitWorkingDays,
    row.supplements,
    row.refused,
    row.completed,
    row.applicant?.cases ?? 0,
    hours(row.applicant?.p50Ms),
    hours(row.applicant?.p90Ms),
  ];
}

function hours(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round((ms / HOUR_MS) * 100) / 100;
}

function nameOf(by: IndicatorDimension, key: string, language: Language): string {
  const names: Readonly<Record<string, Readonly<Record<Language, string>>>> =
    by === 'agency'
      ? AGENCY_NAMES
      : by === 'procedure'
        ? PROCEDURE_NAMES
        : by === 'procedureGroup'
          ? PROCEDURE_GROUP_NAMES
          : {};
  return names[key]?.[language] ?? key;
}
