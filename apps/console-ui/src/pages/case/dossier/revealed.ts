import { type Dossier, type OperationView } from '@lienthong/contracts';

/** `POST /v1/operations/cases/{dossierNumber}/dossier`. */
export interface RevealView {
  readonly operation: OperationView;
  readonly dossier: Dossier;
}

/** A dossier that was asked for unmasked, and the number of the audit entry that says so. */
export interface Revealed {
  readonly dossier: Dossier;
  readonly entry: number;
}
