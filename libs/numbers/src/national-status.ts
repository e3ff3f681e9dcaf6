export type NationalStatusCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export interface StatusLabel<Code extends number> {
  readonly code: Code;
  readonly vi: string;
  readonly en: string;
}

/** Statuses of a dossier on the national public-service portal (trạng thái hồ sơ), by code. */
export const NATIONAL_STATUSES: { readonly [Code in NationalStatusCode]: StatusLabel<Code> } = {
  1: { code: 1, vi: 'Mới đăng ký', en: 'Newly registered' },
  2: { code: 2, vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { code: 3, vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { code: 4, vi: 'Đang xử lý', en: 'Processing' },
  5: { code: 5, vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { code: 6, vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { code: 7, vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  8: { code: 8, vi: 'Dừng xử lý', en: 'Stopped' },
  9: { code: 9, vi: 'Đã xử lý xong', en: 'Done' },
  10: { code: 10, vi: 'Đã trả kết quả', en: 'Result returned' },
};
