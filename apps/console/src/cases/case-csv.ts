import {
  CASE_STATUS_NAMES,
  PROCEDURE_GROUP_NAMES,
  AGENCY_NAMES,
  type CaseRow,
  type CaseStatus,
  type Language,
} from '@lienthong/contracts';
import { BOM, csvLine } from '../csv/csv';
import { YES_NO } from '../csv/names';

const HOUR_MS = 3_600_000;

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Số hồ sơ',
    'Nhóm thủ tục',
    'Trạng thái',
    'Chế độ thời hạn',
    'Mã tỉnh',
    'Mã xã',
    'Ngày nộp',
    'Hẹn trả',
    'Ngày kết thúc',
    'Cập nhật',
    'Quá hạn',
    'Giờ làm việc còn lại',
    'Tạm dừng',
    'Cơ quan đang giữ',
    'Sự cố',
    'Thời hạn (ngày làm việc)',
    'Giờ làm việc tính vào thời hạn',
    'Giờ làm việc người nộp giữ',
  ],
  en: [
    'Dossier number',
    'Procedure group',
    'Status',
    'Policy',
    'Province code',
    'Commune code',
    'Filed',
    'Appointment',
    'Ended',
    'Updated',
    'Overdue',
    'Office hours left',
    'Paused',
    'Held by',
    'Incident',
    'Limit (working days)',
    'Office hours counted',
    'Office hours of the applicant',
  ],
};

/** Cases as a CSV file, a line a case. */
export async function* caseCsv(rows: AsyncIterable<CaseRow>, language: Language): AsyncGenerator<string> {
  yield BOM + csvLine(HEADINGS[language]);
  for await (const row of rows) yield csvLine(cellsOf(row, language));
}

function cellsOf(row: CaseRow, language: Language): readonly (string | number | undefined)[] {
  const status: CaseStatus = row.status;
  const holders = row.agencies.filter(
    (part) => part.status === 'in-progress' || part.status === 'awaiting-supplement',
  );
  return [
    row.dossierNumber,
    PROCEDURE_GROUP_NAMES[row.procedureGroup][language],
    CASE_STATUS_NAMES[status][language],
    row.policy,
    row.province,
    row.commune,
    row.submittedAt,
    row.appointment,
    row.finishedAt,
    row.updatedAt,
    YES_NO[language][Number(row.overdue)],
    row.workingMsLeft === undefined ? undefined : hours(row.workingMsLeft),
    YES_NO[language][Number(row.paused)],
    holders.map(({ agency }) => AGENCY_NAMES[agency][language]).join('; '),
    YES_NO[language][Number(row.incident)],
    row.limitWorkingDays,
    hours(row.netWorkingMs),
    hours(row.applicantWorkingMs),
  ];
}

/** To a hundredth, as in the indicators. */
function hours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 100) / 100;
}
