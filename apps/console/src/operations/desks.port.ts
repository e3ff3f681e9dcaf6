import { type Decision, type LinkedAgencyId, type WorkItemStatus } from '@lienthong/contracts';
import { type Principal } from '@lienthong/platform';

/** What an officer decides on a piece of work, and who that is. */
export interface DeskDecision {
  readonly decision: Decision;
  /** Told to the applicant. */
  readonly reason: string;
  /** Remarks that stay with the work item. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly caller: Principal;
}

/** The agencies' desks, whatever process they are in. Also the injection token. */
export abstract class Desks {
  /**
   * The status of a work item; undefined where the caller has none of that id.
   * @throws Problem 403 `forbidden-office`; 503 when the agency does not answer
   */
  abstract statusOf(
    agency: LinkedAgencyId,
    workItem: string,
    caller: Principal,
  ): Promise<WorkItemStatus | undefined>;

  /**
   * Resolves with the work item's status then.
   * @throws Problem as the agency refuses it: 403, 404 `work-item-unknown`, 409; 503 when it does not answer
   */
  abstract decide(agency: LinkedAgencyId, workItem: string, decision: DeskDecision): Promise<WorkItemStatus>;
}
