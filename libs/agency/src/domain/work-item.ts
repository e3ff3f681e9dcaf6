import {
  type BenefitRegime,
  type Certificate,
  type PolicyId,
  type Procedure,
  type ProcedureGroup,
  type Reason,
  type Remark,
  type Simulation,
  type WorkItemStatus,
} from '@lienthong/contracts';

/** What every agency's record has: a record that was revoked stays, but is active no more. */
export interface AgencyRecord {
  readonly active: boolean;
}

/** What is on the desk while the work has no result. Of the dossier only what the record needs is kept. */
export interface OpenWork<Facts> {
  readonly policy: PolicyId;
  readonly procedures: readonly Procedure[];
  /** Epoch ms. */
  readonly dueAt: number;
  readonly facts: Facts;
  /** Which law pays a death benefit. */
  readonly regime?: BenefitRegime;
  /** The dossier's script, as far as it concerns this agency. */
  readonly simulation?: Simulation;
  /** From the registry, for the agencies after it. */
  readonly certificate?: Certificate;
  readonly personalId?: string;
}

/** One dossier at one agency (hồ sơ nội bộ): the aggregate whose id is the dossier number. Times are epoch ms. */
export interface WorkItem<Facts, Rec extends AgencyRecord> {
  readonly status: WorkItemStatus;
  readonly office: string;
  readonly group: ProcedureGroup;
  readonly localNumber: string;
  readonly attempt: number;
  /** Decisions taken so far. */
  readonly step: number;
  readonly receivedAt: number;
  /** When an officer takes it up: at once within office hours. While it waits for an officer, the earliest that may be. */
  readonly startedAt: number;
  /** Its number at the office (số thứ tự) where officers are counted, until the decision it was drawn for. */
  readonly ticket?: number;
  /** When the simulated officer will have decided; none while a person decides. */
  readonly readyAt?: number;
  readonly decidedAt?: number;
  /** Gone once there is a result. */
  readonly open?: OpenWork<Facts>;
  readonly record?: Rec;
  readonly reason?: Reason;
  /** What the officer should look at (lưu ý). */
  readonly remarks?: readonly Remark[];
  /** Keys it holds beside those that follow from the record. */
  readonly keys?: readonly string[];
  /** The officer who decided, where it was a person, and what they noted. */
  readonly officer?: string;
  readonly note?: Readonly<Record<string, unknown>>;
  /** The last correction (cải chính) the record was brought in line with. */
  readonly correction?: number;
}

/** A work item that an officer can decide on. */
export type OpenItem<Facts, Rec extends AgencyRecord> = WorkItem<Facts, Rec> & {
  readonly open: OpenWork<Facts>;
};

/** Whether an officer owes a decision. */
export function isOnDesk<Facts, Rec extends AgencyRecord>(
  item: WorkItem<Facts, Rec>,
): item is OpenItem<Facts, Rec> {
  return item.status === 'queued' || item.status === 'working' || item.status === 'verifying';
}

/** Whether no officer has been free for it yet. */
export function awaitsOfficer({ ticket, readyAt }: WorkItem<unknown, AgencyRecord>): boolean {
  return ticket !== undefined && readyAt === undefined;
}

/** The item once the decision is taken that its officer was wanted for. */
export function withoutTicket<Facts, Rec extends AgencyRecord>(
  item: OpenItem<Facts, Rec>,
): OpenItem<Facts, Rec> {
  if (item.ticket === undefined) return item;
  const { ticket: _ticket, ...rest } = item;
  return rest;
}

/** The status as of `now`: what waited for the office to open is taken up without an event of its own. */
export function statusAt(item: WorkItem<unknown, AgencyRecord>, now: number): WorkItemStatus {
  return item.status === 'queued' && now >= item.startedAt && !awaitsOfficer(item) ? 'working' : item.status;
}
