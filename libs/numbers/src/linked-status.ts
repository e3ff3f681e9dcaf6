import { type NationalStatusCode, type StatusLabel } from './national-status';

export type LinkedStatusCode = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A status with the national one that the province shows for it. */
export interface LinkedStatus<Code extends LinkedStatusCode = LinkedStatusCode> extends StatusLabel<Code> {
  readonly national: NationalStatusCode;
}

/** What the province tells the linked-service software (phần mềm DVC liên thông) of a dossier, by code. */
export const LINKED_STATUSES: { readonly [Code in LinkedStatusCode]: LinkedStatus<Code> } = {
  1: {
    code: 1,
    vi: 'Đã nhận từ phần mềm DVC liên thông',
    en: 'Received from the linked software',
    national: 1,
  },
  2: { code: 2, vi: 'Yêu cầu bổ sung hồ sơ', en: 'Supplement requested', national: 5 },
  3: { code: 3, vi: 'Đã tiếp nhận', en: 'Accepted by the one-stop desk', national: 2 },
  4: { code: 4, vi: 'Đã đăng ký, có kết quả', en: 'Registered, with result', national: 9 },
  5: { code: 5, vi: 'Đã trả kết quả', en: 'Result returned', national: 10 },
  6: { code: 6, vi: 'Từ chối', en: 'Refused', national: 3 },
  7: { code: 7, vi: 'Đã gửi phần mềm hộ tịch', en: 'Sent to the civil registry', national: 4 },
};

/** 1 → 3 → 7 → (2 → 3 → 7)* → 4 → 5, and 6 from any before 4. The loop and the ways to 6 are deduced, not documented. */
const NEXT: { readonly [Code in LinkedStatusCode]: readonly LinkedStatusCode[] } = {
  1: [3, 6],
  3: [7, 6],
  7: [2, 4, 6],
  2: [3, 6],
  4: [5],
  5: [],
  6: [],
};

/**
 * Whether the centre takes status `to` after `from`. It refuses one that skips a step, and any but the return of
 * the result once a dossier is registered, returned or refused. The first status, after undefined, is 1. A repeated
 * status is not a next one: it is a duplicate, which both links take as success.
 */
export function nextLinkedStatusAllowed(from: LinkedStatusCode | undefined, to: LinkedStatusCode): boolean {
  return from === undefined ? to === 1 : NEXT[from].includes(to);
}
