import { type ClockRecord, SimulationClock } from '@lienthong/clock';
import { BadSetting, type Settings } from '@lienthong/platform';

const KEY = 'clock';

/** Keeps one value a key for all services: the first writer wins, everybody is told what is kept. */
export interface SharedMeta {
  once(key: string, value: string): Promise<string>;
}

/**
 * The clock of every service: the system's, or one scaled from an origin that the first service to start has written
 * down for all, so that it goes on after a restart as if it had never stopped. Machines must agree on real time (NTP).
 * @throws BadSetting for another clock or speed than the data was made with
 */
export async function sharedClock(meta: SharedMeta, settings: Settings): Promise<SimulationClock> {
  const options = { kind: settings.clock, speed: settings.clockSpeed, real: Date.now };
  const proposed = new SimulationClock(options, settings.clockStart ?? Date.now()).record();
  const kept = JSON.parse(await meta.once(KEY, JSON.stringify(proposed))) as ClockRecord;
  if (kept.kind !== settings.clock)
    throw new BadSetting('CLOCK', settings.clock, `${kept.kind}, the clock that this database was made with`);
  if (kept.origin && kept.origin.speed !== settings.clockSpeed)
    throw new BadSetting(
      'CLOCK_SPEED',
      String(settings.clockSpeed),
      `${kept.origin.speed}, the speed that this database was made with`,
    );
  return SimulationClock.restored(options, kept);
}
