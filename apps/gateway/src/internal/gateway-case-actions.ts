import { Injectable } from '@nestjs/common';
import { type CaseActionRequest, type CaseActions, type CaseStatus } from '@lienthong/contracts';
import { ActionsService, type ActionReceipt } from '../actions/actions.service';
import { CaseReader } from '../reads/case-reader';

/** Lets the console act on cases, by the same rules as everybody else. */
@Injectable()
export class GatewayCaseActions implements CaseActions {
  constructor(
    private readonly actions: ActionsService,
    private readonly cases: CaseReader,
  ) {}

  async act(dossierNumber: string, request: CaseActionRequest): Promise<{ readonly status: CaseStatus }> {
    const { status } = (await this.hasActed(dossierNumber, request))
      ? await this.cases.find(dossierNumber, 'vi')
      : await this.send(dossierNumber, request);
    return { status };
  }

  /** The case may have moved since, so that the action would be refused now. */
  private hasActed(dossierNumber: string, { operation }: CaseActionRequest): Promise<boolean> {
    return this.actions.hasPublished(dossierNumber, operation);
  }

  private send(
    dossierNumber: string,
    { action, reason, data, operation }: CaseActionRequest,
  ): Promise<ActionReceipt> {
    const options = { operation };
    switch (action) {
      case 'stop':
        return this.actions.stop(dossierNumber, { code: 'operator-stop', vi: reason, en: reason }, options);
      case 'withdraw':
        return this.actions.withdraw(dossierNumber, { reason }, options);
      case 'correct':
        return this.actions.correct(dossierNumber, { data, note: reason }, options);
      case 'cancel':
        return this.actions.cancel(dossierNumber, { reason }, options);
    }
  }
}
