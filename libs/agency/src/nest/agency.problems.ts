import { Problem } from '@lienthong/platform';
import { type OfficerDecisionFault } from '../domain/agency.errors';

/** Every fault of an officer's decision is a code of the catalogue. */
export function faultProblem(code: OfficerDecisionFault): Problem {
  return new Problem({ code });
}

export function recordNotFound(): Problem {
  return new Problem({ code: 'record-not-found' });
}
