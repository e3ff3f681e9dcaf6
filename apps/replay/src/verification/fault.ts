/**
 * What can be wrong with a run:
 * - `lost`: a dossier of the source that the system does not have; `unknown`: one that no source has sent
 * - `unanswered`: a dossier that the system was sent and never acknowledged (HTTP)
 * - `wrong-end`: another end of a case or of an agency's part than the oracle knows
 * - `not-at-rest`: still open after everything was waited for; `without-owner`: open, and nobody will move it on (G3)
 * - `duplicate`: a number, identifier or decision given out twice; `gap`: a running number that nobody got
 * - `record`: an agency holds something else than the case tells
 * - `account`: milliseconds of a case that nobody or two held, or other ones than its history tells (G6)
 * - `incident`: an aggregate that stands still, or a message that waits
 */
export const FAULT_KINDS = [
  'lost',
  'unknown',
  'unanswered',
  'wrong-end',
  'not-at-rest',
  'without-owner',
  'duplicate',
  'gap',
  'record',
  'account',
  'incident',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing that is not as it must be. `message` holds no personal data: numbers of people and cards are left out. */
export interface Fault {
  readonly kind: FaultKind;
  readonly dossierNumber?: string;
  readonly message: string;
}

/** Of a run in which everything is wrong only the first are worth reading. */
const MOST_KEPT = 1_000;

/** The faults of a run: the first ones in words, all of them by number. */
export class FaultLog {
  private readonly kept: Fault[] = [];
  private readonly numbers = new Map<FaultKind, number>();

  add(kind: FaultKind, message: string, dossierNumber?: string): void {
    this.numbers.set(kind, this.count(kind) + 1);
    if (this.kept.length < MOST_KEPT)
      this.kept.push({ kind, ...(dossierNumber === undefined ? {} : { dossierNumber }), message });
  }

  /** Takes over what another log has counted: that of a pass that ran elsewhere. */
  merge(faults: readonly Fault[], counts: Readonly<Partial<Record<FaultKind, number>>>): void {
    for (const [kind, number] of Object.entries(counts) as [FaultKind, number][])
      this.numbers.set(kind, this.count(kind) + number);
    this.kept.push(...faults.slice(0, MOST_KEPT - this.kept.length));
  }

  get first(): readonly Fault[] {
    return this.kept;
  }

  get total(): number {
    return [...this.numbers.values()].reduce((sum, number) => sum + number, 0);
  }

  count(kind: FaultKind): number {
    return this.numbers.get(kind) ?? 0;
  }

  counts(): Readonly<Partial<Record<FaultKind, number>>> {
    return Object.fromEntries(this.numbers);
  }
}
