import {
  type AgencyReport,
  type AgencyReportType,
  type AgencyResult,
  type LinkedAgencyId,
  type Reason,
  type RegistrySubject,
  type ReportOutcome,
  type WorkProgressed,
} from '@lienthong/contracts';
import { type Outgoing } from '@lienthong/engine';
import { type AgencySpec } from './agency-spec';
import { type AgencyRecord, type WorkItem } from './work-item';
import { type Writable } from './writable';

/** What a report says beside what the work item says. */
export interface ReportDetails {
  readonly result?: AgencyResult;
  readonly reason?: Reason | undefined;
  readonly correction?: number;
  /** Where it is not the one that the outcome has. */
  readonly type?: AgencyReportType;
  readonly subject?: RegistrySubject | undefined;
  /** An act after issue has no queue and no working time: it is received, taken up and done at one instant. */
  readonly atOnce?: boolean;
}

/** The one report of a step, on the agency's own topic. */
export function report<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  dossierNumber: string,
  item: WorkItem<Facts, Rec>,
  outcome: ReportOutcome,
  now: number,
  { result, reason, correction, subject, type, atOnce = false }: ReportDetails = {},
): Outgoing {
  const data: Writable<AgencyReport & { readonly registrySubject?: RegistrySubject }> = {
    agency: spec.agency,
    attempt: item.attempt,
    outcome,
    receivedAt: atOnce ? now : item.receivedAt,
    startedAt: atOnce ? now : item.startedAt,
    decidedAt: now,
    localNumber: item.localNumber,
  };
  if (result) data.result = result;
  if (reason) data.reason = reason;
  if (correction !== undefined) data.correction = correction;
  if (subject) data.registrySubject = subject;
  return {
    topic: `${spec.agency}.events`,
    type: type ?? spec.reports[item.group][outcome],
    subject: dossierNumber,
    data,
  };
}

/** That work came in, and when it is taken up where that is known. */
export function received(
  agency: LinkedAgencyId,
  dossierNumber: string,
  { attempt, receivedAt, startedAt }: WorkItem<unknown, AgencyRecord>,
  isPlanned: boolean,
): Outgoing<WorkProgressed> {
  return {
    topic: `${agency}.events`,
    type: 'vn.lienthong.work.received.v1',
    subject: dossierNumber,
    data: { agency, attempt, receivedAt, ...(isPlanned && { startedAt }) },
  };
}

/** That an officer takes up work which waited for one. */
export function started(
  agency: LinkedAgencyId,
  dossierNumber: string,
  { attempt, receivedAt, startedAt }: WorkItem<unknown, AgencyRecord>,
): Outgoing<WorkProgressed> {
  return {
    topic: `${agency}.events`,
    type: 'vn.lienthong.work.started.v1',
    subject: dossierNumber,
    data: { agency, attempt, receivedAt, startedAt },
  };
}
