import {
  type AgencyId,
  type Procedure,
  type ProcedureGroup,
  type Reason,
  type Remark,
  type WorkItemStatus,
} from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type FoundWork } from './agency-desk';

/** A work item as HTTP shows it: times in ISO 8601 with `+07:00`. */
export interface WorkItemBody {
  readonly id: string;
  readonly agency: AgencyId;
  readonly office: string;
  readonly dossierNumber: string;
  readonly procedureGroup: ProcedureGroup;
  /** What it is to decide on, while it has no result. */
  readonly procedures?: readonly Procedure[];
  readonly localNumber: string;
  readonly status: WorkItemStatus;
  readonly attempt: number;
  readonly receivedAt: string;
  readonly startedAt: string;
  readonly dueAt?: string;
  readonly decidedAt?: string;
  readonly officer?: string;
  readonly note?: Readonly<Record<string, unknown>>;
  readonly reason?: Reason;
  /** What the officer should look at before deciding (lưu ý). */
  readonly remarks?: readonly Remark[];
}

export interface RecordBody {
  readonly id: string;
  readonly agency: AgencyId;
  readonly office: string;
  readonly localNumber: string;
  /** How often the record was brought in line with a correction. */
  readonly corrections: number;
  readonly record: unknown;
}

export function workItemBody(agency: AgencyId, { id, item, status }: FoundWork): WorkItemBody {
  const { office, group, localNumber, attempt, receivedAt, startedAt, open } = item;
  const { decidedAt, officer, note, reason, remarks } = item;
  return {
    id,
    agency,
    office,
    dossierNumber: id,
    procedureGroup: group,
    ...(open && { procedures: open.procedures }),
    localNumber,
    status,
    attempt,
    receivedAt: toVietnamIso(receivedAt),
    startedAt: toVietnamIso(startedAt),
    ...(open && { dueAt: toVietnamIso(open.dueAt) }),
    ...(decidedAt !== undefined && { decidedAt: toVietnamIso(decidedAt) }),
    ...(officer !== undefined && { officer }),
    ...(note && { note }),
    ...(reason && { reason }),
    ...(remarks && { remarks }),
  };
}

/** What the agency holds; undefined where it holds nothing of the dossier. */
export function recordBody(agency: AgencyId, { id, item }: FoundWork): RecordBody | undefined {
  const { office, localNumber, correction = 0, record } = item;
  return record && { id, agency, office, localNumber, corrections: correction, record };
}
