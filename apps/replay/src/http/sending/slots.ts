/** So many at a time; the others wait in the order in which they came. */
export class Slots {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];
  private whenFree: (() => void)[] = [];

  constructor(private readonly most: number) {}

  get inUse(): number {
    return this.taken;
  }

  get full(): boolean {
    return this.taken >= this.most;
  }

  /** Takes a slot if one is free. */
  tryTake(): boolean {
    if (this.full) return false;
    this.taken++;
    return true;
  }

  async take(): Promise<void> {
    if (this.tryTake()) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the slot on to who waits longest. */
  give(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
      return;
    }
    this.taken--;
    if (this.taken > 0) return;
    const free = this.whenFree;
    this.whenFree = [];
    for (const resolve of free) resolve();
  }

  /** Resolves once none is taken. */
  async allFree(): Promise<void> {
    if (this.taken > 0) await new Promise<void>((resolve) => this.whenFree.push(resolve));
  }
}
