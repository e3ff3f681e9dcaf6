import { type CaseView } from '@lienthong/contracts';
import { type CaseState, caseView } from '@lienthong/procedures';
import { type FaultLog } from '../fault';

/** A stored case as its readers see it at `asOf` (epoch ms); undefined, and told, where it cannot be read. */
export function viewOf(
  state: CaseState,
  asOf: number,
  dossierNumber: string,
  faults: FaultLog,
): CaseView | undefined {
  try {
    return caseView(state, asOf, 'en');
  } catch (error) {
    faults.add(
      'incident',
      `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      dossierNumber,
    );
    return undefined;
  }
}
