import { type Dossier } from '@lienthong/contracts';
import { type BirthReference } from '@lienthong/simulation';

/** One dossier of a replay, generated or recorded, in the order of filing. */
export interface ReplayDossier {
  /** When it is filed, in the time that is replayed (epoch ms). */
  readonly submittedAt: number;
  /** Unique in the run and the same whenever the run is repeated: filing it again changes nothing. */
  readonly idempotencyKey: string;
  /**
   * The death of a child whose birth came earlier in this source. `source/filed-dossier.ts` puts the personal id that
   * the child was given into the form; filed as it is, the dossier names a number that nobody has, and ends alike.
   */
  readonly birth?: BirthReference;
  readonly dossier: Dossier;
}
