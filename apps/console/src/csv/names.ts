import { type CaseStatus, type Language, type ProcedureGroup } from '@lienthong/contracts';

type Names = Readonly<Record<Language, string>>;

/** Trạng thái hồ sơ, as it stands in exported files. */
export const CASE_STATUS_NAMES: Readonly<Record<CaseStatus, Names>> = {
  submitted: { vi: 'Đã nộp', en: 'Submitted' },
  'in-progress': { vi: 'Đang giải quyết', en: 'In progress' },
  'awaiting-supplement': { vi: 'Chờ bổ sung', en: 'Awaiting supplement' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  'partially-completed': { vi: 'Hoàn thành một phần', en: 'Partially completed' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
};

/** Nhóm thủ tục liên thông. */
export const GROUP_NAMES: Readonly<Record<ProcedureGroup, Names>> = {
  birth: { vi: 'Khai sinh', en: 'Birth' },
  death: { vi: 'Khai tử', en: 'Death' },
};

/** No, yes. */
export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  vi: ['Không', 'Có'],
  en: ['No', 'Yes'],
};
