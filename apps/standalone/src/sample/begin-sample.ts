import { type SimulationClock } from '@lienthong/clock';
import { type EmbeddedDatabase } from '@lienthong/embedded';
import { type Settings } from '@lienthong/platform';
import { samplePeriod } from './sample-period';
import { writeSample } from './sample-record';

/**
 * Marks fresh data as beginning with the sample that the settings ask for, and takes its clock to where that begins.
 * Together with the clock's first record: a crash during the first start cannot leave data that has forgotten it.
 * @throws BadSetting when the sample's period lies outside the calendar
 */
export function beginSample(
  { sample: dossiers, seed, clockStart }: Settings,
  database: EmbeddedDatabase,
  clock: SimulationClock,
): void {
  if (dossiers === 0) return;
  const until = clockStart ?? Date.now();
  clock.hold(samplePeriod(until).begin);
  writeSample(database, { dossiers, seed, until, finished: false });
}
