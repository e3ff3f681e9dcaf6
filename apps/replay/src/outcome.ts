import { type CaseView, type ProcessingTime } from '@lienthong/contracts';
import { type ReplayDossier } from './replay-dossier';

/** A dossier that was taken, and what the system says of it when the run has ended. */
export interface Outcome extends ReplayDossier {
  readonly dossierNumber: string;
  readonly view: CaseView;
  readonly time: ProcessingTime;
}
