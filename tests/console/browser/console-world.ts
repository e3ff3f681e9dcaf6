import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dossier } from '@lienthong/contracts';
import { file, fileBirths } from '../../support/filing';
import { TestSystem } from '../../support/test-system';
import { ConsoleBrowser } from './console-browser';

/** Somebody whose API key is their name. */
export interface KeyHolder {
  readonly id: string;
  readonly roles: readonly string[];
  readonly agency?: string;
  readonly offices?: readonly string[];
}

/** The whole system, serving the console, and a browser to look at it with. */
export class ConsoleWorld {
  private constructor(
    readonly system: TestSystem,
    readonly browser: ConsoleBrowser,
    readonly url: string,
    private readonly tidyUp: () => void = () => undefined,
  ) {}

  static async open(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<ConsoleWorld> {
    const system = await TestSystem.open({ LOG_LEVEL: 'silent', ...env }, args);
    const url = await system.standalone.serve();
    return new ConsoleWorld(system, await ConsoleBrowser.launch(), url);
  }

  /** With `AUTH=api-key`: the key of each of these people is their id. */
  static async openTo(
    people: readonly KeyHolder[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<ConsoleWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-keys-'));
    const keysFile = join(folder, 'keys.json');
    const keys = people.map((one) => ({ ...one, sha256: createHash('sha256').update(one.id).digest('hex') }));
    writeFileSync(keysFile, JSON.stringify({ keys }));
    const { system, browser, url } = await ConsoleWorld.open({
      AUTH: 'api-key',
      API_KEYS_FILE: keysFile,
      ...env,
    });
    return new ConsoleWorld(system, browser, url, () => rmSync(folder, { recursive: true }));
  }

  /** Files a dossier now; resolves with its number. */
  file(key: string, dossier: Dossier): Promise<string> {
    return file(this.system, key, dossier);
  }

  /** Files invented births now; resolves with their numbers. */
  births(count: number, seed?: number): Promise<readonly string[]> {
    return fileBirths(this.system, count, seed);
  }

  /** Lets simulated time pass up to an instant, with all that happens meanwhile. */
  async passTo(instant: string): Promise<void> {
    await this.system.advanceTo(Date.parse(instant));
    await this.system.idle();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.close();
    this.tidyUp();
  }
}
