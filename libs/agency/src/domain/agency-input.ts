import { type AgencyCommand, type Decision, type Reason } from '@lienthong/contracts';
import { type OfficerAssigned } from './office/office.messages';

/** What a person at the agency decided (manual mode), given to the aggregate directly. */
export interface OfficerDecision {
  readonly type: 'officer.decided';
  readonly decision: Decision;
  readonly reason?: Reason;
  /** Free remarks, kept with the work item. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly officer?: string;
}

export type AgencyInput = AgencyCommand | OfficerAssigned | OfficerDecision;
