/**
 * The dossiers of a run that the target has acknowledged, by key. Held in memory: about 150 bytes a dossier, a
 * quarter of a GiB for the country's.
 */
export class Acknowledgements {
  private readonly numbers = new Map<string, string>();
  private readonly given = new Set<string>();

  get size(): number {
    return this.numbers.size;
  }

  has(key: string): boolean {
    return this.numbers.has(key);
  }

  numberOf(key: string): string | undefined {
    return this.numbers.get(key);
  }

  /** Whether this number belongs to the run. */
  includes(dossierNumber: string): boolean {
    return this.given.has(dossierNumber);
  }

  /** Returns false when the number was given to another key before. */
  add(key: string, dossierNumber: string): boolean {
    const before = this.numbers.get(key);
    if (before === dossierNumber) return true;
    const isNew = before === undefined && !this.given.has(dossierNumber);
    if (before === undefined) this.numbers.set(key, dossierNumber);
    this.given.add(dossierNumber);
    return isNew;
  }
}
