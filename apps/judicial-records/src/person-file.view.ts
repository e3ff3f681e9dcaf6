import { type CorrectionData, type CriminalRecordOwner } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type PersonFileStatus } from './person-file';
import { type FoundFile } from './judicial-records.service';

/** A file as HTTP lists it: whose it is stays inside. */
export interface PersonWorkBody {
  readonly id: string;
  readonly agency: 'judicial-records';
  readonly dossierNumber: string;
  readonly status: PersonFileStatus;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly acknowledgedAt?: string;
  readonly owner?: CriminalRecordOwner;
}

export interface PersonRecordBody extends PersonWorkBody {
  readonly record: {
    readonly personalId: string;
    readonly hasRecord: boolean;
    readonly corrections: readonly { readonly at: string; readonly data: CorrectionData }[];
  };
}

export function personWorkBody({ id, file }: FoundFile): PersonWorkBody {
  const { dossierNumber, status, receivedAt, acknowledgeBy, overdue, acknowledgedAt, owner } = file;
  return {
    id,
    agency: 'judicial-records',
    dossierNumber,
    status,
    receivedAt: toVietnamIso(receivedAt),
    dueAt: toVietnamIso(acknowledgeBy),
    overdue,
    ...(acknowledgedAt !== undefined && { acknowledgedAt: toVietnamIso(acknowledgedAt) }),
    ...(owner && { owner }),
  };
}

export function personRecordBody(found: FoundFile): PersonRecordBody {
  const { personalId, hasRecord, corrections = [] } = found.file;
  return {
    ...personWorkBody(found),
    record: {
      personalId,
      hasRecord,
      corrections: corrections.map(({ at, data }) => ({ at: toVietnamIso(at), data })),
    },
  };
}
