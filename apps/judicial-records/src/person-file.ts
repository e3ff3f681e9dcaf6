import { type CorrectionData, type CriminalRecordOwner } from '@lienthong/contracts';

export type PersonFileStatus = 'queued' | 'marked-deceased' | 'not-applicable' | 'reopened';

/** What the service keeps of a person whose death it was told of. Times are epoch ms. */
export interface PersonFile {
  readonly status: PersonFileStatus;
  readonly personalId: string;
  /** The dossier that registered the death, or registered it last. */
  readonly dossierNumber: string;
  /** Whether there is a judicial record (lý lịch tư pháp) of the person. Never published. */
  readonly hasRecord: boolean;
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly readyAt?: number;
  /** Until when the death should be acknowledged: unverified. */
  readonly acknowledgeBy: number;
  readonly overdue: boolean;
  readonly acknowledgedAt?: number;
  readonly owner?: CriminalRecordOwner;
  /** Number of the dossier's last correction that was taken note of. */
  readonly correction?: number;
  /** Corrected identity data, oldest first: the last value of a field holds, the earlier ones stay on file. */
  readonly corrections?: readonly { readonly at: number; readonly data: CorrectionData }[];
}
