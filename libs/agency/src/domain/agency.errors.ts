export type OfficerDecisionFault =
  'agency-not-manual' | 'work-item-unknown' | 'work-item-not-open' | 'verification-not-allowed';

/** An officer's decision that cannot be taken; nothing has changed. */
export class OfficerDecisionRefused extends Error {
  constructor(readonly code: OfficerDecisionFault) {
    super(code);
    this.name = 'OfficerDecisionRefused';
  }
}

/**
 * A command that cannot have been sent at this point of the work. It stops the work item for an operator to look
 * at, because dropping it would leave the saga waiting for an answer that never comes.
 */
export class CommandOutOfPlace extends Error {
  readonly code = 'CommandOutOfPlace';

  constructor(type: string, status: string) {
    super(`${type} cannot be carried out: ${status}`);
    this.name = 'CommandOutOfPlace';
  }
}
