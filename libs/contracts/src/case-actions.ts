import { type CaseStatus } from './case-view';
import { type OperatorAction } from './operations';

/** What an operator does to a case. */
export interface CaseActionRequest {
  readonly action: OperatorAction;
  /** Told to whoever reads the case's timeline. */
  readonly reason: string;
  /** Of `correct`: the changed fields. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Under one operation an action takes effect once, however often it is asked for. */
  readonly operation: string;
}

/** Acts on cases for the console. In one process a call; between processes HTTP. */
export interface CaseActions {
  /**
   * Resolves, with the case's status before it takes effect, once the action is on its way for certain.
   * @throws Problem 400, 404 `dossier-not-found`, 409 `action-not-allowed`, 503
   */
  act(dossierNumber: string, request: CaseActionRequest): Promise<{ readonly status: CaseStatus }>;
}

/** Injection token of {@link CaseActions}. */
export const CASE_ACTIONS = Symbol('CaseActions');
