import { type CaseView } from '@lienthong/contracts';
import { type CaseState, isAtRest, ownerOf } from '@lienthong/procedures';
import { type FaultLog } from './fault';

/**
 * Whether a case has come to rest. Of one that has not, whether somebody will move it on (G3): by its state where that
 * can be read, else by what it tells: an agency at work, or an applicant with a window.
 */
export function checkRest(view: CaseView, state: CaseState | undefined, faults: FaultLog): boolean {
  const { dossierNumber, status, finishedAt, procedures, supplements } = view;
  if (state ? isAtRest(state) : finishedAt !== undefined) return true;
  faults.add('not-at-rest', `is still ${status}`, dossierNumber);
  const owned = state
    ? ownerOf(state) !== undefined
    : supplements.length > 0 || procedures.some((one) => one.status === 'in-progress');
  if (!owned) faults.add('without-owner', `is ${status} and nobody will move it on`, dossierNumber);
  return false;
}
