import { type PolicyId, type SegmentKind } from '@lienthong/contracts';
import { POLICIES } from '@lienthong/procedures';
import { type FaultKind } from '../verification/fault';
import { type KneeVerdict, type ReplayReport } from './replay-report';

/** A text as it stands in a report: Vietnamese first, the English term beside it. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export const SEGMENT_NAMES: Readonly<Record<SegmentKind, Bilingual>> = {
  transit: { vi: 'Chuyển hồ sơ', en: 'In transit' },
  queue: { vi: 'Chờ xử lý', en: 'Queue' },
  agency: { vi: 'Cơ quan xử lý', en: 'At the agency' },
  applicant: { vi: 'Chờ người dân bổ sung', en: 'With the applicant' },
};

export const FAULT_NAMES: Readonly<Record<FaultKind, Bilingual>> = {
  lost: { vi: 'Mất hồ sơ', en: 'Lost' },
  unknown: { vi: 'Hồ sơ lạ', en: 'Unknown' },
  unanswered: { vi: 'Không có trả lời', en: 'Unanswered' },
  'wrong-end': { vi: 'Kết quả sai', en: 'Wrong end' },
  'not-at-rest': { vi: 'Chưa kết thúc', en: 'Not at rest' },
  'without-owner': { vi: 'Không ai phụ trách', en: 'Without owner' },
  duplicate: { vi: 'Cấp trùng', en: 'Duplicate' },
  gap: { vi: 'Thiếu số', en: 'Gap' },
  record: { vi: 'Lệch dữ liệu cơ quan', en: 'Record differs' },
  account: { vi: 'Sai thời gian', en: 'Time account' },
  incident: { vi: 'Sự cố', en: 'Incident' },
};

export const KNEE_NAMES: Readonly<Record<KneeVerdict, Bilingual>> = {
  sustained: { vi: 'Giữ được', en: 'sustained' },
  latency: { vi: 'Độ trễ vượt ngưỡng', en: 'latency' },
  lag: { vi: 'Hàng đợi tăng', en: 'lag' },
  refusals: { vi: 'Bị từ chối nhận', en: 'refusals' },
  errors: { vi: 'Không được trả lời', en: 'errors' },
  client: { vi: 'Máy gửi không kịp', en: 'client' },
};

/** The profile's name. */
export function policyName(policy: PolicyId): Bilingual {
  return POLICIES[policy].name;
}

/** What the cases of a run were measured against. */
export function runPolicyName({ policy }: ReplayReport): Bilingual {
  return policy === 'by-filing-date'
    ? { vi: 'theo ngày nộp', en: 'by filing date' }
    : { vi: policyName(policy).vi, en: policy };
}
