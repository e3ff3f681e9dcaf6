import { type WorkItemStatus } from '@lienthong/contracts';
import { forbiddenOffice, hasRole, officesSeenBy, type Principal } from '@lienthong/platform';
import { OfficerDecisionRefused } from '../domain/agency.errors';
import { type OfficerDecision } from '../domain/agency-input';
import { type AgencyDesk, type FoundWork, type WorkPage } from './agency-desk';

export interface OfficersFilter {
  /** Unset: all the caller's. */
  readonly office?: string | undefined;
  readonly status?: WorkItemStatus | undefined;
  readonly limit: number;
  readonly afterId?: string | undefined;
}

/**
 * An agency's desk as one caller sees it: an officer only what its offices have. Of what others have nothing is told, not
 * even that it is there.
 */
export class OfficersDesk {
  private readonly offices: readonly string[] | undefined;

  /**
   * @param caller undefined where nobody is asked who calls
   * @throws Problem 403 `forbidden-office` for an officer of another agency
   */
  constructor(
    private readonly desk: AgencyDesk,
    private readonly caller: Principal | undefined,
  ) {
    this.offices = officesSeenBy(caller, desk.agency);
  }

  /** @throws Problem 403 `forbidden-office` where one is asked for that is none of the caller's */
  list({ office, ...filter }: OfficersFilter): Promise<WorkPage> {
    if (office !== undefined && this.offices?.includes(office) === false) throw forbiddenOffice();
    return this.desk.list({ ...filter, offices: office === undefined ? this.offices : [office] });
  }

  async find(id: string): Promise<FoundWork | undefined> {
    const found = await this.desk.find(id);
    return found && this.sees(found) ? found : undefined;
  }

  /**
   * Decides in the caller's name; a service, which is nobody, and who is not known may give another.
   * @throws OfficerDecisionRefused
   */
  async decide(id: string, decision: OfficerDecision): Promise<FoundWork> {
    if (this.offices && !(await this.find(id))) throw new OfficerDecisionRefused('work-item-unknown');
    const isPerson = this.caller !== undefined && !hasRole(this.caller, ['service']);
    const found = await this.desk.decide(id, {
      ...decision,
      ...(isPerson && this.caller && { officer: this.caller.id }),
    });
    if (!found) throw new OfficerDecisionRefused('work-item-unknown');
    return found;
  }

  /** The office of a piece of work never changes. */
  private sees({ item }: FoundWork): boolean {
    return this.offices === undefined || this.offices.includes(item.office);
  }
}
