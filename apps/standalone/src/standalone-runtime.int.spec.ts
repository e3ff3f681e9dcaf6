import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@lienthong/platform';
import Database from 'libsql';
import { StandaloneRuntime } from './standalone-runtime';

const START = Date.parse('2026-11-16T08:00:00+07:00');
const HOUR_MS = 3_600_000;

describe('what the disk knows of time', () => {
  let directory: string;
  let runtime: StandaloneRuntime;

  const open = (...args: string[]): void => {
    const flags = ['--data-dir', directory, '--start', '2026-11-16T08:00:00+07:00', ...args];
    runtime = new StandaloneRuntime(readSettings({ DURABILITY: 'normal' }, flags), (error) => {
      throw error;
    });
  };

  /** What a process would find after a crash at this moment. */
  const onDisk = (key: string): unknown => {
    const db = new Database(join(directory, 'lienthong.db'), { readonly: true });
    const row = db.prepare('select value from meta where key = ?').get(key) as { value: Buffer } | undefined;
    db.close();
    return row && JSON.parse(Buffer.from(row.value).toString());
  };

  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'lienthong-runtime-'))));
  afterEach(async () => {
    await runtime.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('is where held time stands, before anybody is told that it has moved', async () => {
    open('--clock', 'virtual', '--sample', '0');
    await runtime.time.advanceTo(START + HOUR_MS);
    expect(onDisk('clock')).toEqual({ kind: 'virtual', heldAt: START + HOUR_MS });
  });

  it('is that a scaled clock runs again after the past is replayed', async () => {
    open('--clock', 'scaled', '--sample', '0');
    runtime.clock.hold(START + HOUR_MS);
    await runtime.time.advanceTo(START + HOUR_MS + 1);
    expect(onDisk('clock')).toEqual({ kind: 'scaled', heldAt: START + HOUR_MS + 1 });
    runtime.time.run();
    await runtime.embedded.database.durable();
    const origin = { simulated: START + HOUR_MS + 1, speed: 3600 };
    expect(onDisk('clock')).toMatchObject({ kind: 'scaled', origin });
  });

  it('has the sample that fresh data begins with in the same commit as the clock', async () => {
    open('--clock', 'virtual', '--sample', '7', '--seed', '5');
    expect(onDisk('clock')).toBeUndefined();
    await runtime.embedded.database.durable();
    expect(onDisk('clock')).toEqual({ kind: 'virtual', heldAt: Date.parse('2026-09-17T00:00:00+07:00') });
    expect(onDisk('sample')).toEqual({ dossiers: 7, seed: 5, until: START, finished: false });
  });
});
