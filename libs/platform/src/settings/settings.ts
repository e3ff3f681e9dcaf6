import { type ClockKind } from '@lienthong/clock';
import { type PolicyId } from '@lienthong/contracts';

/** What the environment and the command line chose, read once at the start and frozen. Also the injection token. */
export abstract class Settings {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly dataDir: string;
  abstract readonly clock: ClockKind;
  /** How much faster than real time the scaled clock runs. */
  abstract readonly clockSpeed: number;
  /** Where simulated time begins on an empty store (epoch ms); unset: now. */
  abstract readonly clockStart: number | undefined;
  /** Dossiers of the bundled sample that are replayed at the first start. */
  abstract readonly sample: number;
  abstract readonly seed: number;
  /** Unset: every dossier takes the profile of its filing date. */
  abstract readonly policy: PolicyId | undefined;
  /** `manual`: officers decide by HTTP; `auto`: the decision model or the dossier's script. */
  abstract readonly agencyMode: 'auto' | 'manual';
  /** `instant` skips office hours and working time (benchmarks); `working-time` is the simulation. */
  abstract readonly decisionPace: 'instant' | 'working-time';
  /** `full` syncs every commit to the disk; `normal` may lose the last commits in a power cut. */
  abstract readonly durability: 'full' | 'normal';
  abstract readonly eventBus: 'embedded';
  abstract readonly store: 'embedded';
  abstract readonly auth: 'off';
  abstract readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** File that gets `{ "url", "pid" }` once the process serves. */
  abstract readonly readyFile: string | undefined;
}
