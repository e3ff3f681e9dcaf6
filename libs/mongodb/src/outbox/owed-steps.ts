interface Owed {
  readonly version: number;
  readonly attempt: number;
  /** Epoch ms of the real clock. */
  readonly since: number;
  /** False while it is not known whether the write took effect. */
  saved: boolean;
  publishing?: Promise<void>;
}

const NONE: readonly Owed[] = [];

/**
 * The steps that this process has begun to save and does not know to be published. Entered before the write, so that a
 * write of unknown outcome is owed too. Each attempt to save is told apart: a late one may still land after a later one.
 */
export class OwedSteps {
  private readonly byId = new Map<string, readonly Owed[]>();

  begin(id: string, version: number, attempt: number, since: number): void {
    this.byId.set(id, [...this.of(id), { version, attempt, since, saved: false }]);
  }

  saved(id: string, attempt: number): void {
    const owed = this.find(id, attempt);
    if (owed) owed.saved = true;
  }

  /** It is published, or certain never to be saved. */
  settle(id: string, attempt: number): void {
    this.keep(id, (owed) => owed.attempt !== attempt);
  }

  owes(id: string, attempt: number): boolean {
    return this.find(id, attempt) !== undefined;
  }

  /** The stored document tells which attempts were overtaken: others, up to its version, are published or will never land. */
  stored(id: string, version: number, attempt: number): void {
    this.keep(id, (owed) => owed.version > version || owed.attempt === attempt);
  }

  publishing(id: string, attempt: number, work: Promise<void> | undefined): void {
    const owed = this.find(id, attempt);
    if (!owed) return;
    if (work) owed.publishing = work;
    else delete owed.publishing;
  }

  underWay(id: string, attempt: number): Promise<void> | undefined {
    return this.find(id, attempt)?.publishing;
  }

  /** Aggregates with steps that have waited since `cutoff` or longer and are not being published. */
  waiting(cutoff: number): readonly string[] {
    const ids: string[] = [];
    for (const [id, steps] of this.byId)
      if (steps.some(({ since, publishing }) => since <= cutoff && !publishing)) ids.push(id);
    return ids;
  }

  /** Gives up on writes of unknown outcome that have not landed by now. */
  forget(cutoff: number): void {
    for (const id of this.byId.keys()) this.keep(id, ({ saved, since }) => saved || since > cutoff);
  }

  /** Since when the oldest saved step has waited. */
  oldest(): number | undefined {
    let oldest: number | undefined;
    for (const steps of this.byId.values())
      for (const { saved, since } of steps)
        if (saved && (oldest === undefined || since < oldest)) oldest = since;
    return oldest;
  }

  private of(id: string): readonly Owed[] {
    return this.byId.get(id) ?? NONE;
  }

  private find(id: string, attempt: number): Owed | undefined {
    return this.of(id).find((owed) => owed.attempt === attempt);
  }

  private keep(id: string, which: (owed: Owed) => boolean): void {
    const steps = this.byId.get(id);
    if (!steps) return;
    const kept = steps.filter(which);
    if (kept.length > 0) this.byId.set(id, kept);
    else this.byId.delete(id);
  }
}
