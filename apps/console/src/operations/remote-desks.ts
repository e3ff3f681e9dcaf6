import { type LinkedAgencyId, type WorkItemStatus } from '@lienthong/contracts';
import { onBehalfOf, type Principal, Problem } from '@lienthong/platform';
import { type ServiceClient } from '@lienthong/remote';
import { type DeskDecision, Desks } from './desks.port';

type Shown = { readonly status: WorkItemStatus };

/** The desks of agencies in processes of their own, asked over HTTP on behalf of whoever decides. */
export class RemoteDesks extends Desks {
  /** @param knowsCallers whether people show who they are: with `AUTH=off` agencies take nobody's word for it */
  constructor(
    private readonly agencies: ReadonlyMap<string, ServiceClient>,
    private readonly knowsCallers: boolean,
  ) {
    super();
  }

  async statusOf(
    agency: LinkedAgencyId,
    workItem: string,
    caller: Principal,
  ): Promise<WorkItemStatus | undefined> {
    const options = { headers: this.headersOf(caller) };
    return (await this.clientOf(agency).get<Shown>(pathOf(agency, workItem), options))?.status;
  }

  async decide(agency: LinkedAgencyId, workItem: string, said: DeskDecision): Promise<WorkItemStatus> {
    const { caller, ...decision } = said;
    const { status } = await this.clientOf(agency).post<Shown>(
      `${pathOf(agency, workItem)}/decision`,
      { ...decision, officer: caller.id },
      { headers: this.headersOf(caller) },
    );
    return status;
  }

  /** @throws Problem 404 where no such service is known */
  private clientOf(agency: LinkedAgencyId): ServiceClient {
    const client = this.agencies.get(agency);
    if (!client) throw new Problem({ code: 'not-found' });
    return client;
  }

  private headersOf(caller: Principal): Readonly<Record<string, string>> {
    return onBehalfOf(this.knowsCallers ? caller : undefined);
  }
}

function pathOf(agency: LinkedAgencyId, workItem: string): string {
  return `/v1/agencies/${agency}/work-items/${encodeURIComponent(workItem)}`;
}
