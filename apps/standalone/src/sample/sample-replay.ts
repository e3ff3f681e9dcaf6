import { vietnamCalendar } from '@lienthong/calendar';
import { type SimulationClock } from '@lienthong/clock';
import { type Dossier } from '@lienthong/contracts';
import { type EmbeddedDatabase } from '@lienthong/embedded';
import { type Geography } from '@lienthong/geography';
import { generateDossiers } from '@lienthong/simulation';
import { type TimeDriver } from '../time/time-driver';
import { samplePeriod } from './sample-period';
import { type SampleRecord, writeSample } from './sample-record';

/** Births to deaths as the country's dossiers were to 31/10/2024: 1,265,439 to 296,413. */
const BIRTH_SHARE = 1_265_439 / (1_265_439 + 296_413);
const DURABLE_EVERY = 500;

/** Files one generated dossier whose applicant is simulated too. Filing the same one again changes nothing. */
export type FileDossier = (idempotencyKey: string, dossier: Dossier, submittedAt: number) => Promise<unknown>;

/**
 * Replays invented dossiers in the past of the simulation, as fast as they can be worked, and leaves the clock at the
 * end of that past. A replay that was cut off goes on from where its clock stands.
 */
export class SampleReplay {
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: EmbeddedDatabase,
    private readonly clock: SimulationClock,
    private readonly time: TimeDriver,
    private readonly file: FileDossier,
    private readonly geography: Geography,
  ) {}

  /** Resolves at the sample's end, or where {@link stop} cut it off. */
  run(sample: SampleRecord, onProgress: (filed: number) => void): Promise<void> {
    return (this.running = this.replay(sample, onProgress));
  }

  /** Finishes the dossier in hand and leaves the rest to the next start. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running.catch(() => undefined);
  }

  private async replay(sample: SampleRecord, onProgress: (filed: number) => void): Promise<void> {
    const resumedAt = this.clock.now();
    let filed = 0;
    for (const { idempotencyKey, dossier, submittedAt } of this.dossiers(sample)) {
      if (submittedAt >= resumedAt) {
        await this.time.replayTo(submittedAt);
        await this.file(idempotencyKey, dossier, submittedAt);
      }
      onProgress(++filed);
      if (filed % DURABLE_EVERY === 0) await this.database.durable();
      if (this.stopping) return;
    }
    await this.time.replayTo(sample.until);
    writeSample(this.database, { ...sample, finished: true });
    await this.database.durable();
  }

  private dossiers({ dossiers, seed, until }: SampleRecord): ReturnType<typeof generateDossiers> {
    const births = Math.round(dossiers * BIRTH_SHARE);
    const { from, to } = samplePeriod(until);
    return generateDossiers({
      seed,
      births,
      deaths: dossiers - births,
      from,
      to,
      geography: this.geography,
      calendar: vietnamCalendar,
    });
  }
}
