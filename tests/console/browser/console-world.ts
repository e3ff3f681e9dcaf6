import { fileBirths } from '../../support/filing';
import { TestSystem } from '../../support/test-system';
import { ConsoleBrowser } from './console-browser';

/** The whole system, serving the console, and a browser to look at it with. */
export class ConsoleWorld {
  private constructor(
    readonly system: TestSystem,
    readonly browser: ConsoleBrowser,
    readonly url: string,
  ) {}

  static async open(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<ConsoleWorld> {
    const system = await TestSystem.open({ LOG_LEVEL: 'silent', ...env }, args);
    const url = await system.standalone.serve();
    return new ConsoleWorld(system, await ConsoleBrowser.launch(), url);
  }

  /** Files invented births now; resolves with their numbers. */
  births(count: number): Promise<readonly string[]> {
    return fileBirths(this.system, count);
  }

  /** Lets simulated time pass up to an instant, with all that happens meanwhile. */
  async passTo(instant: string): Promise<void> {
    await this.system.advanceTo(Date.parse(instant));
    await this.system.idle();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.close();
  }
}
