import { type Dossier } from '@lienthong/contracts';

/** One dossier of a replay, generated or recorded, in the order of filing. */
export interface ReplayDossier {
  /** When it is filed, in the time that is replayed (epoch ms). */
  readonly submittedAt: number;
  /** Unique in the run and the same whenever the run is repeated: filing it again changes nothing. */
  readonly idempotencyKey: string;
  readonly dossier: Dossier;
}
