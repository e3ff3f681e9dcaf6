import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { AgencyDesk, faultProblem, OfficerDecisionRefused, OfficersDesk } from '@lienthong/agency';
import { type LinkedAgencyId, type WorkItemStatus } from '@lienthong/contracts';
import { type Principal, Problem } from '@lienthong/platform';
import { type DeskDecision, Desks } from './desks.port';

/** The desks of agencies that run in this process. */
@Injectable()
export class LocalDesks extends Desks implements OnModuleInit {
  private desks: ReadonlyMap<string, AgencyDesk> = new Map();

  constructor(private readonly discovery: DiscoveryService) {
    super();
  }

  onModuleInit(): void {
    const found = this.discovery
      .getProviders()
      .map(({ instance }): unknown => instance)
      .filter((instance) => instance instanceof AgencyDesk);
    this.desks = new Map(found.map((desk) => [desk.agency, desk]));
  }

  async statusOf(
    agency: LinkedAgencyId,
    workItem: string,
    caller: Principal,
  ): Promise<WorkItemStatus | undefined> {
    return (await this.deskOf(agency, caller).find(workItem))?.status;
  }

  async decide(agency: LinkedAgencyId, workItem: string, said: DeskDecision): Promise<WorkItemStatus> {
    const { decision, reason, data, caller } = said;
    const desk = this.deskOf(agency, caller);
    try {
      const { status } = await desk.decide(workItem, {
        type: 'officer.decided',
        decision,
        reason: { code: 'officer-decision', vi: reason, en: reason },
        officer: caller.id,
        ...(data && { data }),
      });
      return status;
    } catch (error) {
      throw error instanceof OfficerDecisionRefused ? faultProblem(error.code) : error;
    }
  }

  /** @throws Problem 403 `forbidden-office`, 404 where the agency is not in this process */
  private deskOf(agency: LinkedAgencyId, caller: Principal): OfficersDesk {
    const desk = this.desks.get(agency);
    if (!desk) throw new Problem({ code: 'not-found' });
    return new OfficersDesk(desk, caller);
  }
}
