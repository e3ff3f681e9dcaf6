import { AGENCY_NAMES, LINKED_AGENCIES, type LinkedAgencyId } from '@lienthong/contracts';

/** As it stands on screen. */
export interface Label {
  readonly vi: string;
  readonly en: string;
}

/** An agency's part of a case, from the command to its result. */
const AGENCY_STATES: Readonly<Record<string, Label>> = {
  choosing: { vi: 'Xét có được chọn', en: 'Chosen or not' },
  requested: { vi: 'Đang giải quyết', en: 'In progress' },
  verifying: { vi: 'Đang xác minh', en: 'Verifying on site' },
  'awaiting-supplement': { vi: 'Chờ bổ sung hồ sơ', en: 'Awaiting supplement' },
  stopping: { vi: 'Đang dừng xử lý', en: 'Stopping' },
  completed: { vi: 'Đã có kết quả', en: 'Result issued' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
  skipped: { vi: 'Không yêu cầu', en: 'Not requested' },
};

/** How a case rests. */
const SETTLED_STATES: Readonly<Record<string, Label>> = {
  weighing: { vi: 'Tổng hợp kết quả', en: 'Weighing the results' },
  completed: { vi: 'Đã trả kết quả', en: 'Completed' },
  'partially-completed': { vi: 'Trả kết quả một phần', en: 'Partially completed' },
  refused: { vi: 'Không được giải quyết', en: 'Refused' },
  withdrawn: { vi: 'Đã rút hồ sơ', en: 'Withdrawn' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
};

/** After issue: the certificate is corrected first, then every record that follows it. */
const CORRECTING_STATES: Readonly<Record<string, Label>> = {
  certificate: { vi: 'Cải chính giấy tờ hộ tịch', en: 'Correcting the certificate' },
  records: { vi: 'Cập nhật các cơ quan', en: 'Bringing the records in line' },
  done: { vi: 'Đã cải chính', en: 'Corrected' },
};

const RECORD_STATES: Readonly<Record<string, Label>> = {
  choosing: { vi: 'Xét có kết quả', en: 'Holds a record or not' },
  ordered: { vi: 'Đang cập nhật', en: 'Being updated' },
  done: { vi: 'Đã cập nhật', en: 'Updated' },
};

const CANCELLING_STATES: Readonly<Record<string, Label>> = {
  next: { vi: 'Kết quả kế tiếp', en: 'Next result' },
  done: { vi: 'Đã thu hồi hết', en: 'All revoked' },
};

const CASE_STATES: Readonly<Record<string, Label>> = {
  registration: { vi: 'Đăng ký hộ tịch', en: 'Civil registration' },
  branches: { vi: 'Các cơ quan liên thông', en: 'Linked agencies' },
  settled: { vi: 'Kết thúc', en: 'Settled' },
  correcting: { vi: 'Đang cải chính', en: 'Correcting' },
  cancelling: { vi: 'Đang hủy việc đăng ký', en: 'Cancelling' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
};

const MACHINES: Readonly<Record<string, Label>> = {
  birth: { vi: 'Nhóm khai sinh', en: 'Birth group' },
  death: { vi: 'Nhóm khai tử', en: 'Death group' },
};

/**
 * The label of a machine's state; undefined for a state that nobody has named yet.
 * @param path keys from the root down; empty for the machine itself
 */
export function stateLabel(machine: string, path: readonly string[]): Label | undefined {
  const [first, second, third, fourth] = path;
  if (first === undefined) return MACHINES[machine];
  if (second === undefined) return CASE_STATES[first];
  switch (first) {
    case 'registration':
      return AGENCY_STATES[second];
    case 'branches':
      return third === undefined ? agencyLabel(second) : AGENCY_STATES[third];
    case 'settled':
      return SETTLED_STATES[second];
    case 'correcting':
      if (third === undefined) return CORRECTING_STATES[second];
      return fourth === undefined ? agencyLabel(third) : RECORD_STATES[fourth];
    case 'cancelling':
      return agencyLabel(second) ?? CANCELLING_STATES[second];
    default:
      return undefined;
  }
}

function agencyLabel(key: string): Label | undefined {
  return isLinkedAgency(key) ? AGENCY_NAMES[key] : undefined;
}

function isLinkedAgency(key: string): key is LinkedAgencyId {
  return LINKED_AGENCIES.some((agency) => agency === key);
}
