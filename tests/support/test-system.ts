import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Type } from '@nestjs/common';
import { readSettings, type Settings } from '@lienthong/platform';
import { Standalone } from '../../apps/standalone/src/standalone';

/** A working Monday morning, when the offices open. */
export const MONDAY = '2026-11-16T07:30:00+07:00';

const DEFAULTS = ['--clock', 'virtual', '--start', MONDAY, '--sample', '0', '--port', '0'];

/** The whole system in this process, in a directory of its own that outlives reopening and is removed by {@link close}. */
export class TestSystem {
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

  /** A provider of any of the services. */
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T) | string | symbol): T {
    return this.current.app.get<T>(token, { strict: false });
  }

  /** Resolves when nothing is on its way between the services. */
  idle(): Promise<void> {
    return this.runtime.embedded.bus.idle();
  }

  /** Stops everything and starts again from what the directory holds. */
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
