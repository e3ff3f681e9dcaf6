import { readSettings, type Settings } from '@lienthong/platform';

/** The system as it is measured: real time, decisions at once, every commit synced. */
export function benchSettings(dataDir: string): Settings {
  return readSettings({ DECISION_PACE: 'instant', DURABILITY: 'full', LOG_LEVEL: 'error' }, [
    '--clock',
    'system',
    '--sample',
    '0',
    '--port',
    '0',
    '--data-dir',
    dataDir,
  ]);
}
