import { type AxeResults, source as axeSource } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../../infra/browser/chromium';

/** It must not ask the outside world for anything; as root, as in containers, its sandbox cannot be had. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Charts and diagrams are laid out after their data have come, without a sign when they are done but that nothing changes. */
const STILL_MS = 150;

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** In the page: WCAG 2.2, levels A and AA, and that its landmarks are told apart, also while a dialog is open. */
const AXE_RUN = `axe.run(document, {
  resultTypes: ['violations'],
  preload: false,
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: {
    'landmark-no-duplicate-banner': { enabled: true },
    'landmark-one-main': { enabled: true },
    'landmark-unique': { enabled: true },
    'page-has-heading-one': { enabled: true },
  },
})`;

/** In the page: resolves once nothing in it, nor its size, has changed for a while. */
const STILLNESS = `new Promise((resolve) => {
  let timer;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { changes.disconnect(); sizes.disconnect(); resolve(); }, ${STILL_MS});
  };
  const changes = new MutationObserver(again);
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const sizes = new ResizeObserver(again);
  sizes.observe(document.documentElement);
  again();
})`;

interface Violation {
  readonly rule: string;
  readonly impact: string | null | undefined;
  readonly nodes: readonly string[];
}

/** A person at the console: a browser with a window of its own for each visit. */
export class ConsoleBrowser {
  private constructor(private readonly browser: Browser) {}

  static async launch(): Promise<ConsoleBrowser> {
    const executablePath = chromiumPath();
    if (executablePath === undefined) throw new Error('there is no Chromium on this machine');
    return new ConsoleBrowser(await chromium.launch({ executablePath, args: ARGUMENTS }));
  }

  /** A fresh visit, in Vietnamese, at a desk, in daylight, unless `options` say otherwise. Errors on the page fail it. */
  async visit(baseURL: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.browser.newContext({
      baseURL,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      viewport: DESKTOP,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...options,
    });
    return new Visit(await context.newPage());
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** One window, with what went wrong in it. */
export class Visit {
  /** What the page threw, and what its security policy refused. */
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
        this.errors.push(message.text());
    });
  }

  /** Opens a page of the console and waits until nothing of it loads any more. */
  async open(path: string): Promise<void> {
    await this.page.goto(`/console${path}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    await this.page.locator('[role="status"][aria-label]').first().waitFor({ state: 'hidden' });
  }

  /** Waits until the page asks for nothing any more, its live connection aside. */
  async settled(): Promise<void> {
    await this.page.getByRole('progressbar', { name: /tải/i }).first().waitFor({ state: 'hidden' });
    await this.page.evaluate('document.fonts.ready.then(() => undefined)');
    await this.page.evaluate(STILLNESS);
  }

  /** What axe finds wrong with the page as it stands, by the rules of WCAG 2.2 A and AA. */
  async violations(): Promise<readonly Violation[]> {
    // Evaluated, not added as a script: the page's security policy allows no script but its own.
    if (!(await this.page.evaluate<boolean>('"axe" in window'))) await this.page.evaluate(axeSource);
    const { violations } = await this.page.evaluate<AxeResults>(AXE_RUN);
    return violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} — ${failureSummary ?? ''}`),
    }));
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
