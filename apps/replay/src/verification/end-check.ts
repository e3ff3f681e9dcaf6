import { type CaseStatus, type CaseView, type Dossier } from '@lienthong/contracts';
import { policyFor } from '@lienthong/procedures';
import { expectedEnd } from '@lienthong/simulation';
import { type Expectation } from './expectation';
import { type FaultLog } from './fault';

/** Compares the ends of a case and its agencies with what the oracle knew beforehand. Answers the status it should have. */
export function checkEnd(
  dossier: Dossier,
  submittedAt: number,
  view: CaseView,
  { seed, rates, policy, applicant, instants }: Expectation,
  faults: FaultLog,
): CaseStatus {
  const { dossierNumber } = view;
  const end = expectedEnd(dossier, dossierNumber, seed, rates(view.policy), { applicant });
  const wrong = (message: string): void => faults.add('wrong-end', message, dossierNumber);
  if (view.status !== end.status) wrong(`is ${view.status}, not ${end.status}`);
  for (const { procedure, agency, status } of view.procedures) {
    const wanted = end.agencies[agency];
    if (wanted !== undefined && status !== wanted) wrong(`${procedure} is ${status}, not ${wanted}`);
  }
  if (view.procedures.length !== dossier.procedures.length)
    wrong(`has ${view.procedures.length} procedures, not ${dossier.procedures.length}`);
  if (instants === 'replayed' && view.submittedAt !== submittedAt)
    wrong('was filed at another time than the source says');
  const lawful = policy ?? policyFor(view.submittedAt);
  if (view.policy !== lawful) wrong(`is held to ${view.policy}, not ${lawful}`);
  return end.status;
}
