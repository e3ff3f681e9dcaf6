import { type Reason } from '@lienthong/contracts';

export const WITHDRAWN: Reason = {
  code: 'withdrawn',
  vi: 'Người yêu cầu rút hồ sơ',
  en: 'The applicant withdrew the dossier',
};

export const SUPPLEMENT_EXPIRED: Reason = {
  code: 'supplement-expired',
  vi: 'Hết hạn bổ sung hồ sơ',
  en: 'No supplement was provided in time',
};

/** Hủy việc đăng ký after issue, in the operator's words. */
export function cancelled(reason: string): Reason {
  return { code: 'registration-cancelled', vi: reason, en: reason };
}
