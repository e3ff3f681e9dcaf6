import { type LinkedAgencyId } from '@lienthong/contracts';
import { onBehalfOf, Problem } from '@lienthong/platform';
import { type ServiceClient } from '@lienthong/remote';
import { type DeskDecision, Desks } from './desks.port';

/** The desks of agencies in processes of their own, asked over HTTP on behalf of whoever decides. */
export class RemoteDesks extends Desks {
  /** @param knowsCallers whether people show who they are: with `AUTH=off` agencies take nobody's word for it */
  constructor(
    private readonly agencies: ReadonlyMap<string, ServiceClient>,
    private readonly knowsCallers: boolean,
  ) {
    super();
  }

  async decide(agency: LinkedAgencyId, workItem: string, said: DeskDecision): Promise<string> {
    const { caller, ...decision } = said;
    const client = this.agencies.get(agency);
    if (!client) throw new Problem({ code: 'not-found' });
    const path = `/v1/agencies/${agency}/work-items/${encodeURIComponent(workItem)}/decision`;
    const { status } = await client.post<{ readonly status: string }>(
      path,
      { ...decision, officer: caller.id },
      { headers: onBehalfOf(this.knowsCallers ? caller : undefined) },
    );
    return status;
  }
}
