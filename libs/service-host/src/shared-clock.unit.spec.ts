import { readSettings, type Settings } from '@lienthong/platform';
import { type SharedMeta, sharedClock } from './shared-clock';

const START = '2026-11-16T08:00:00+07:00';

class MemoryMeta implements SharedMeta {
  private readonly kept = new Map<string, string>();

  async once(key: string, value: string): Promise<string> {
    if (!this.kept.has(key)) this.kept.set(key, value);
    return this.kept.get(key) ?? value;
  }
}

const settings = (...flags: string[]): Settings => readSettings({}, flags);

describe('sharedClock', () => {
  it('begins where the first service says, and is the same for those that come later', async () => {
    const meta = new MemoryMeta();
    const first = await sharedClock(meta, settings('--clock', 'scaled', '--speed', '1', '--start', START));
    const later = await sharedClock(
      meta,
      settings('--clock', 'scaled', '--speed', '1', '--start', '2020-01-01T00:00:00Z'),
    );
    expect(Math.floor(first.now() / 60_000)).toBe(Math.floor(Date.parse(START) / 60_000));
    expect(Math.abs(later.now() - first.now())).toBeLessThan(60_000);
  });

  it('is the real time where the settings say so', async () => {
    const clock = await sharedClock(new MemoryMeta(), settings('--clock', 'system'));
    const before = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  });

  it('refuses another clock, and another speed, than the data was made with', async () => {
    const meta = new MemoryMeta();
    await sharedClock(meta, settings('--clock', 'scaled', '--speed', '60'));
    await expect(sharedClock(meta, settings('--clock', 'system'))).rejects.toThrow(
      'CLOCK is "system": allowed is scaled, the clock that this database was made with',
    );
    await expect(sharedClock(meta, settings('--clock', 'scaled', '--speed', '61'))).rejects.toThrow(
      'CLOCK_SPEED is "61": allowed is 60, the speed that this database was made with',
    );
  });
});
