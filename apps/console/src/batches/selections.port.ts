import { type CaseSelection } from '@lienthong/contracts';

/** Which cases a selection brings. Also the injection token. */
export abstract class CaseSelections {
  /** Dossier numbers, each once. */
  abstract select(selection: CaseSelection): AsyncIterable<string>;
}
