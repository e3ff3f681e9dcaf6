import { type PolicyId } from '@lienthong/contracts';

/** What the environment and the command line chose, read once at the start and frozen. Also the injection token. */
export abstract class Settings {
  abstract readonly seed: number;
  /** Unset: every dossier takes the profile of its filing date. */
  abstract readonly policy: PolicyId | undefined;
  /** `manual`: officers decide by HTTP; `auto`: the decision model or the dossier's script. */
  abstract readonly agencyMode: 'auto' | 'manual';
  /** `instant` skips office hours and working time (benchmarks); `working-time` is the simulation. */
  abstract readonly decisionPace: 'instant' | 'working-time';
}
