import { isDeepStrictEqual } from 'node:util';
import { type AnyWorkItem } from '@lienthong/agency';
import { type CaseView, type LinkedAgencyId, type ProcedureView } from '@lienthong/contracts';
import { type FaultLog } from './fault';

/** What the agencies hold of one dossier. */
export type WorkOf = (agency: LinkedAgencyId) => AnyWorkItem | undefined;

/**
 * An agency holds a record exactly where the case says that it completed, and the case repeats what the record says.
 * Answers how many pieces of work the case gave out.
 */
export function checkRecords(view: CaseView, workOf: WorkOf, faults: FaultLog): number {
  const { dossierNumber } = view;
  const wrong = (message: string): void => faults.add('record', message, dossierNumber);
  let begun = 0;
  let before: LinkedAgencyId | undefined;
  for (const procedure of view.procedures) {
    const { agency, startedAt, status } = procedure;
    if (agency === before) continue;
    before = agency;
    const item = workOf(agency);
    if ((item === undefined) !== (startedAt === undefined)) {
      wrong(
        item ? `${agency} has work that the case never asked for` : `${agency} knows nothing of its work`,
      );
      continue;
    }
    if (!item) continue;
    begun++;
    if (item.office !== procedure.office) wrong(`${agency} works it at another office`);
    const active = item.record?.active === true;
    if (active !== (status === 'completed'))
      wrong(
        active ? `${agency} holds a record of work that is ${status}` : `${agency} holds no active record`,
      );
    else if (active) agrees(procedure, item, wrong);
  }
  return begun;
}

/** What the case tells of a result is what the record holds under the same name. */
function agrees(
  { agency, result, finishedAt = Infinity }: ProcedureView,
  { record, decidedAt = Infinity, status }: AnyWorkItem,
  wrong: (message: string) => void,
): void {
  if (status !== 'decided' || decidedAt > finishedAt)
    wrong(`${agency} decided after the case tells its result`);
  if (!result) {
    wrong(`does not tell the result of ${agency}`);
    return;
  }
  const held = record as Readonly<Record<string, unknown>> | undefined;
  for (const [name, value] of Object.entries(result))
    if (!isDeepStrictEqual(held?.[name], value)) wrong(`${agency} holds another ${name} than the case tells`);
}
