import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock } from '@lienthong/clock';
import { type Addressed } from '@lienthong/event-bus';
import { type Metrics, readSettings, type Settings } from '@lienthong/platform';
import { Standalone } from '../../apps/standalone/src/standalone';
import { type Desks, desksOf } from './desks';
import { type OnSent, type SystemUnderTest, type Token } from './system-under-test';

/** A working Monday morning, when the offices open. */
export const MONDAY = '2026-11-16T07:30:00+07:00';

const DEFAULTS = ['--clock', 'virtual', '--start', MONDAY, '--sample', '0', '--port', '0'];

/** The whole system on the embedded file, in a directory of its own that outlives reopening. */
export class TestSystem implements SystemUnderTest {
  private constructor(
    readonly settings: Settings,
    private current: Standalone,
  ) {}

  /**
   * Virtual clock, no sample, no full sync, unless `args` and `env` say otherwise.
   * @param env settings without a flag, e.g. `{ AGENCY_MODE: 'manual' }`
   */
  static async open(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<TestSystem> {
    const dataDir = mkdtempSync(join(tmpdir(), 'lienthong-test-'));
    const settings = readSettings({ DURABILITY: 'normal', ...env }, [
      ...DEFAULTS,
      '--data-dir',
      dataDir,
      ...args,
    ]);
    return new TestSystem(settings, await open(settings));
  }

  get standalone(): Standalone {
    return this.current;
  }

  get runtime(): Standalone['runtime'] {
    return this.current.runtime;
  }

  get desks(): Desks {
    return desksOf(this.current.app);
  }

  get clock(): Clock {
    return this.runtime.clock;
  }

  get metrics(): Metrics {
    return this.runtime.metrics;
  }

  get<T>(token: Token<T>): T {
    return this.current.app.get<T>(token, { strict: false });
  }

  idle(): Promise<void> {
    return this.runtime.embedded.bus.idle();
  }

  advanceTo(instant: number): Promise<number> {
    return this.runtime.time.advanceTo(instant);
  }

  onSent(listener: OnSent): void {
    this.runtime.embedded.log.onAppend((message, topic) => listener({ topic, message }));
  }

  async append(messages: readonly Addressed[]): Promise<void> {
    this.runtime.embedded.log.append(messages);
  }

  async backlog(): Promise<number> {
    return this.runtime.embedded.log.backlog();
  }

  async reopen(): Promise<void> {
    await this.current.stop();
    this.current = await open(this.settings);
  }

  async close(): Promise<void> {
    await this.current.stop();
    rmSync(this.settings.dataDir, { recursive: true, force: true });
  }
}

function open(settings: Settings): Promise<Standalone> {
  return Standalone.open(settings, (error) => {
    throw error;
  });
}
