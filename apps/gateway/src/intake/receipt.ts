import { toVietnamIso } from '@lienthong/platform';
import { type Submission } from './submission.decider';

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as the API says it. */
export interface Receipt {
  readonly dossierNumber: string;
  readonly status: 'submitted';
  readonly policy: string;
  readonly appointment: string;
  /** Set when the appointment depends on holidays that are not decreed yet. */
  readonly appointmentProvisional?: true;
}

export function receiptOf({ dossierNumber, policy, appointment, provisional }: Submission): Receipt {
  return {
    dossierNumber,
    status: 'submitted',
    policy,
    appointment: toVietnamIso(appointment),
    ...(provisional ? { appointmentProvisional: true } : {}),
  };
}

export function locationOf({ dossierNumber }: Submission): string {
  return `/v1/dossiers/${dossierNumber}`;
}
