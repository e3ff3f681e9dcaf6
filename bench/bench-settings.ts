import { readSettings, type Settings } from '@lienthong/platform';

/** The system as it is measured: real time, decisions at once, every commit synced; the console only where it is what is measured. */
export function benchSettings(dataDir: string, console: Settings['console'] = 'off'): Settings {
  return readSettings(
    { DECISION_PACE: 'instant', DURABILITY: 'full', LOG_LEVEL: 'error', CONSOLE: console },
    ['--clock', 'system', '--sample', '0', '--port', '0', '--data-dir', dataDir],
  );
}
