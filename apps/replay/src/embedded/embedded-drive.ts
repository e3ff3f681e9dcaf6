import { setImmediate as nextTurn } from 'node:timers/promises';
import { isoDay, startOfDay } from '@lienthong/calendar';
import { type ReplayDossier } from '../replay-dossier';
import { filedDossier } from '../source/filed-dossier';
import { type Pace } from './pace';
import { type ReplaySystem } from './replay-system';

const DAY_MS = 86_400_000;
/** How long filings may follow one another before commits and signals get a turn. */
const SLICE_MS = 8;

export type DrivePhase = 'filing' | 'finishing' | 'done';

/**
 * Files a source into the embedded system in the order of its instants, with everything that becomes due in between, and
 * then lets time pass until every case rests. What an earlier leg filed lies before the clock and is passed over; a dossier at
 * the very instant may have been filed, and filing it again changes nothing.
 */
export class EmbeddedDrive {
  phase: DrivePhase = 'filing';
  private passed = 0;

  /** @param filedBefore how many dossiers earlier legs are known to have filed: only what {@link filed} begins with */
  constructor(
    private readonly system: ReplaySystem,
    private readonly source: AsyncIterable<ReplayDossier>,
    private readonly pace: Pace,
    private readonly signal: AbortSignal,
    private readonly filedBefore = 0,
  ) {}

  /** Dossiers of the source that the system has, those of earlier legs included. */
  get filed(): number {
    return Math.max(this.passed, this.filedBefore);
  }

  /** Whether it came to the end: not where the signal cut it off. Everything done is on disk when it resolves. */
  async run(): Promise<boolean> {
    await this.file();
    if (!this.signal.aborted) await this.finish();
    await this.system.durable();
    if (this.signal.aborted) return false;
    this.phase = 'done';
    return true;
  }

  private async file(): Promise<void> {
    const resumedAt = this.system.now();
    let sliceEnd = performance.now() + SLICE_MS;
    for await (const next of this.source) {
      if (this.signal.aborted) return;
      if (next.submittedAt >= resumedAt) await this.fileOne(next);
      if (this.signal.aborted) return;
      this.passed++;
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      await this.system.keepUp();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }

  private async fileOne(next: ReplayDossier): Promise<void> {
    const { idempotencyKey, submittedAt, birth } = next;
    await this.pace.advance(submittedAt, this.system.passTo, this.signal);
    if (this.signal.aborted) return;
    const personalId = birth && (await this.system.personalIdOf(birth.idempotencyKey));
    await this.system.file(idempotencyKey, filedDossier(next, personalId), submittedAt);
  }

  /** Day by day, for as long as a case is open and something is due. */
  private async finish(): Promise<void> {
    this.phase = 'finishing';
    for (;;) {
      await this.system.passTo(this.system.now());
      await this.system.durable();
      const next = await this.system.nextTimer();
      if (next === undefined || (await this.system.openCases()) === 0) return;
      await this.pace.advance(startOfDay(isoDay(next)) + DAY_MS, this.system.passTo, this.signal);
      if (this.signal.aborted) return;
    }
  }
}
