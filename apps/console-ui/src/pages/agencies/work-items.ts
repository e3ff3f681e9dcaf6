import {
  type Instant,
  type LinkedAgencyId,
  type Procedure,
  type ProcedureGroup,
  type Reason,
  type Remark,
  type WorkItemStatus,
} from '@lienthong/contracts';

/** A piece of work on a desk (hồ sơ công việc), as the agencies' API shows it. */
export interface WorkItem {
  /** The dossier number. */
  readonly id: string;
  readonly agency: LinkedAgencyId;
  readonly office: string;
  readonly procedureGroup: ProcedureGroup;
  /** What it is to decide on, while there is no result. */
  readonly procedures?: readonly Procedure[];
  readonly localNumber: string;
  readonly status: WorkItemStatus;
  readonly attempt: number;
  readonly receivedAt: Instant;
  readonly startedAt: Instant;
  /** While there is no result. */
  readonly dueAt?: Instant;
  readonly decidedAt?: Instant;
  readonly officer?: string;
  readonly note?: Readonly<Record<string, unknown>>;
  readonly reason?: Reason;
  /** What its officer should look at before deciding (lưu ý). */
  readonly remarks?: readonly Remark[];
}

const OWED: ReadonlySet<WorkItemStatus> = new Set<WorkItemStatus>(['queued', 'working', 'verifying']);

/** Whether an officer owes a decision on it. */
export function isOnDesk({ status }: Pick<WorkItem, 'status'>): boolean {
  return OWED.has(status);
}

/** First what is due first; what is due no more comes last, as it came in. */
export function byDue(one: WorkItem, other: WorkItem): number {
  const due = ({ dueAt }: WorkItem): number => (dueAt === undefined ? Infinity : Date.parse(dueAt));
  const [a, b] = [due(one), due(other)];
  return a === b ? one.id.localeCompare(other.id) : a < b ? -1 : 1;
}

/** The item after the chosen one, else the one before: where an officer goes on once it is decided. */
export function neighbourOf(items: readonly WorkItem[], id: string): WorkItem | undefined {
  const at = items.findIndex((item) => item.id === id);
  return at < 0 ? items[0] : (items[at + 1] ?? items[at - 1]);
}
