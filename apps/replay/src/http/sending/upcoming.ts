import { type ReplayDossier } from '../../replay-dossier';

export interface NextDossier {
  readonly dossier: ReplayDossier;
  /** From 1, those counted that are passed over. */
  readonly position: number;
}

/** What of a source is still to be sent, one look ahead: dossiers that an earlier leg got acknowledged are passed over. */
export class Upcoming {
  private readonly dossiers: AsyncIterator<ReplayDossier>;
  private position = 0;
  private next: NextDossier | undefined;

  constructor(
    source: AsyncIterable<ReplayDossier>,
    private readonly isDone: (key: string) => boolean,
  ) {
    this.dossiers = source[Symbol.asyncIterator]();
  }

  /** The next dossier, which stays the next one until it is taken; undefined at the end. */
  async peek(): Promise<NextDossier | undefined> {
    while (!this.next) {
      const result = await this.dossiers.next();
      if (result.done) return undefined;
      this.position++;
      if (!this.isDone(result.value.idempotencyKey))
        this.next = { dossier: result.value, position: this.position };
    }
    return this.next;
  }

  take(): void {
    this.next = undefined;
  }

  /** Lets the source close what it has open. */
  async close(): Promise<void> {
    await this.dossiers.return?.();
  }
}
