import { isoDay, startOfDay } from '@lienthong/calendar';
import { EmbeddedDrive } from '../embedded/embedded-drive';
import { type Pace, ScaledPace, UNPACED } from '../embedded/pace';
import { replaySettings } from '../embedded/replay-settings';
import { ReplaySystem } from '../embedded/replay-system';
import { type LegOptions } from '../options/run-options';
import { type DossierSource } from '../source';
import { type PhaseDisplay } from './phase-display';
import { type RunDirectory } from './run-directory';
import { type RunProgress } from './run-progress';
import { Sampler } from './sampler';

export interface LegHooks {
  readonly display: PhaseDisplay;
  readonly signal: AbortSignal;
  /** The disk refuses commits: nothing can go on. */
  readonly onDiskFailure: (error: Error) => void;
}

/**
 * One leg of an embedded run: opens its data, files what is left of the source, lets every case come to rest and closes.
 * Resolves with where time then stood (epoch ms); undefined where the signal cut it off.
 */
export async function embeddedLeg(
  directory: RunDirectory,
  source: DossierSource,
  { speed, sampleEveryMs }: Pick<LegOptions, 'speed' | 'sampleEveryMs'>,
  progress: RunProgress,
  { display, signal, onDiskFailure }: LegHooks,
): Promise<number | undefined> {
  const first = await source.firstInstant();
  const begin = startOfDay(isoDay(first ?? 0));
  const settings = replaySettings(directory.options, directory.system, begin);
  const system = await ReplaySystem.open(settings, onDiskFailure);
  const drive = new EmbeddedDrive(system, source, paceOf(speed, system.now()), signal, progress.filed);
  const sampler = new Sampler(
    async () => {
      const { filed } = drive;
      const ended = Math.max(0, filed - (await system.openCases()));
      return { simulatedAt: system.now(), filed, ended, refused: 0, backlog: system.backlog };
    },
    progress.wallMs,
    (sample) => {
      progress.add(sample);
      const { filed, ended, simulatedAt } = sample;
      const total = source.count ?? filed;
      if (drive.phase === 'filing') display.update({ phase: 'filing', done: filed, total, simulatedAt });
      else display.update({ phase: 'finishing', done: ended, total: filed, simulatedAt });
    },
  );
  sampler.start(sampleEveryMs);
  try {
    const rested = await drive.run();
    return rested ? system.now() : undefined;
  } finally {
    await sampler.stop();
    await system.close();
    progress.keep();
  }
}

function paceOf(speed: LegOptions['speed'], begin: number): Pace {
  return speed === 'max' ? UNPACED : new ScaledPace(speed, begin);
}
