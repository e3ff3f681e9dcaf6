import { vietnamCalendar } from '@lienthong/calendar';
import { type Dossier, type Procedure } from '@lienthong/contracts';
import { loadGeography } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';

/** Filed on the working day before the tests begin, so that nothing in them lies in the future. */
const FILED_ON = '2026-11-13';

/** Invented dossiers by their choice of procedures, each one unlike all others: no notice comes twice, and nobody dies twice. */
export class DossierPool {
  private readonly generated: Iterator<{ readonly dossier: Dossier }>;
  private readonly spare = new Map<string, Dossier[]>();

  /** @param most how many of each group there may be to choose from */
  constructor(seed: number, most: number) {
    this.generated = generateDossiers({
      seed,
      births: most,
      deaths: most,
      from: FILED_ON,
      to: FILED_ON,
      geography: loadGeography(),
      calendar: vietnamCalendar,
    });
  }

  /** @throws RangeError when none is left */
  take(procedures: readonly Procedure[]): Dossier {
    const wanted = procedures.join();
    for (;;) {
      const spare = this.spare.get(wanted)?.pop();
      if (spare) return spare;
      const next = this.generated.next();
      if (next.done) throw new RangeError(`no dossier is left that asks for ${wanted}`);
      const { dossier } = next.value;
      const key = dossier.procedures.join();
      this.spare.set(key, [...(this.spare.get(key) ?? []), dossier]);
    }
  }
}
