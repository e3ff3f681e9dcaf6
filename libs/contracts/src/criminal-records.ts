import { type Message } from './message';

/** Who keeps the criminal-record database: Sở Tư pháp and the national centre, then Bộ Công an. */
export type CriminalRecordOwner = 'ministry-of-justice' | 'ministry-of-public-security';

/** All that judicial records ever tell: that a death was taken note of. No criminal data leave the service. */
export interface CriminalRecordAcknowledgement {
  /** The service's own reference of the person: no personal id. */
  readonly reference: string;
  readonly owner: CriminalRecordOwner;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly acknowledgedAt: number;
  /** After the acknowledgement limit, which is a planning value: no source confirms it. */
  readonly overdue: boolean;
}

/** `judicial-records.events`; the subject is the number of the dossier that registered the death. */
export type CriminalRecordEvent = Message<
  'vn.lienthong.criminal-record.marked-deceased.v1' | 'vn.lienthong.criminal-record.not-applicable.v1',
  CriminalRecordAcknowledgement
>;
