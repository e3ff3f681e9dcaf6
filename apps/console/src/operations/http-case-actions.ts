import { type CaseActionRequest, type CaseActions, type CaseStatus } from '@lienthong/contracts';
import { type ServiceClient } from '@lienthong/remote';

/** Acts on cases through the gateway, where it is a process of its own. */
export class HttpCaseActions implements CaseActions {
  constructor(private readonly gateway: ServiceClient) {}

  act(dossierNumber: string, request: CaseActionRequest): Promise<{ readonly status: CaseStatus }> {
    return this.gateway.post(`/internal/v1/actions/${encodeURIComponent(dossierNumber)}`, request);
  }
}
