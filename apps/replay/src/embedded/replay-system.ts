import { type CaseStatus, type Dossier } from '@lienthong/contracts';
import { type Settings } from '@lienthong/platform';
import { IntakeService } from '../../../gateway/src/intake/intake.service';
import { type Submission } from '../../../gateway/src/intake/submission.decider';
import { CASE_ENGINE, type CaseEngine } from '../../../orchestrator/src/case.engine';
import { Standalone } from '../../../standalone/src/standalone';

const OPEN: readonly CaseStatus[] = ['submitted', 'in-progress', 'awaiting-supplement'];

/** The whole system in this process, as a replay drives it: nothing is served. */
export class ReplaySystem {
  private readonly intake: IntakeService;
  private readonly cases: CaseEngine;

  private constructor(private readonly standalone: Standalone) {
    this.intake = standalone.app.get(IntakeService, { strict: false });
    this.cases = standalone.app.get<CaseEngine>(CASE_ENGINE, { strict: false });
  }

  /** Opens the data that the settings name, and finishes what an earlier leg left on the bus. */
  static async open(settings: Settings, onDiskFailure: (error: Error) => void): Promise<ReplaySystem> {
    const system = new ReplaySystem(await Standalone.open(settings, onDiskFailure));
    await system.runtime.embedded.bus.idle();
    return system;
  }

  /** Where the replayed time stands (epoch ms). */
  now(): number {
    return this.runtime.clock.now();
  }

  /** Lets everything due until `instant` happen, at its own time. */
  readonly passTo = (instant: number): Promise<number> => this.runtime.time.replayTo(instant);

  /** Files a dossier of a simulated applicant. The same one again changes nothing. */
  file(idempotencyKey: string, dossier: Dossier, submittedAt: number): Promise<Submission> {
    return this.intake.submitTrusted(idempotencyKey, dossier, submittedAt);
  }

  /** The personal id that the birth filed under this key was given; undefined while, or where, it was given none. */
  async personalIdOf(idempotencyKey: string): Promise<string | undefined> {
    const submission = await this.intake.find(idempotencyKey);
    return submission && (await this.cases.read(submission.dossierNumber))?.personalId;
  }

  /** When the next timer is due (epoch ms); undefined when nothing will happen any more. */
  nextTimer(): Promise<number | undefined> {
    return this.runtime.embedded.timers.next();
  }

  /** Cases that have not come to rest, of those on disk. */
  async openCases(): Promise<number> {
    const counts = await Promise.all(OPEN.map((status) => this.cases.count({ status })));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Messages on the bus that wait. */
  get backlog(): number {
    return this.runtime.embedded.log.backlog();
  }

  /** Resolves once the disk is not far behind: memory stays bounded. */
  keepUp(): Promise<void> {
    return this.runtime.embedded.database.keepUp();
  }

  /** Resolves once everything done so far survives a crash. */
  durable(): Promise<void> {
    return this.runtime.embedded.database.durable();
  }

  /** Finishes what is in hand, writes it and closes the file. */
  close(): Promise<void> {
    return this.standalone.stop();
  }

  private get runtime(): Standalone['runtime'] {
    return this.standalone.runtime;
  }
}
