import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Poison } from '../../../apps/console/test-support/poison';
import { Operator } from '../../../apps/console/test-support/operator';
import { DESKTOP, PHONE, type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

/** Where the pictures of the documents lie; they are taken anew with `CONSOLE_SCREENSHOTS=1`. */
const PICTURES = join(__dirname, '..', '..', '..', 'docs', 'console');
const TAKES_PICTURES = process.env['CONSOLE_SCREENSHOTS'] === '1';
const SHOWN_IN_EVERY_LOOK = ['overview', 'case'];

/** How a page is looked at, one after the other, without loading it again. */
const LOOKS = [
  { look: 'light', colorScheme: 'light', window: DESKTOP },
  { look: 'dark', colorScheme: 'dark', window: DESKTOP },
  { look: 'phone', colorScheme: 'light', window: PHONE },
] as const;

/** Paths by name; `{case}` and `{batch}` are filled in. */
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['overview', '/'],
  ['cases', '/cases'],
  ['case', '/cases/{case}'],
  ['case-chart', '/cases/{case}?tab=chart'],
  ['case-dossier', '/cases/{case}?tab=dossier'],
  ['case-messages', '/cases/{case}?tab=messages'],
  ['incidents', '/incidents'],
  ['batches', '/batches'],
  ['batch', '/batches/{batch}'],
  ['agencies', '/agencies?agency=residency'],
  ['indicators', '/indicators'],
  ['indicators-provinces', '/indicators?by=province'],
  ['system', '/system'],
  ['audit', '/audit'],
];

/** Every page of the console, on a system in which something is late, something stands still and something has ended. */
describe('every page of the console', () => {
  let world: ConsoleWorld;
  let numbers: readonly string[];
  let batch: string;
  /** One for all looks: a browser that has a page's scripts opens the next one sooner. */
  let visit: Visit;

  beforeAll(async () => {
    if (TAKES_PICTURES) mkdirSync(PICTURES, { recursive: true });
    world = await ConsoleWorld.open({ AGENCY_MODE: 'auto' }, ['--sample', '200']);
    await world.system.standalone.replaySample(() => undefined);
    numbers = await world.births(30);
    await world.passTo('2026-11-17T09:00:00+07:00');
    const poison = new Poison(
      world.system.runtime.engines,
      'residency',
      'the population database does not answer',
    );
    await world.passTo('2026-11-19T15:00:00+07:00');
    poison.broken = false;
    const operator = new Operator(world.url);
    const [first] = numbers;
    await operator.post(`/v1/operations/cases/${first}/actions`, {
      action: 'stop',
      reason: 'Nộp trùng hồ sơ',
    });
    const stopped = await operator.post<{ readonly id: string }>('/v1/operations/batches', {
      action: 'stop',
      cases: { number: numbers[1] },
      reason: 'Nộp trùng hồ sơ',
    });
    batch = stopped.body.id;
    await world.system.idle();
    visit = await world.browser.visit(world.url);
  });
  afterAll(() => world.close());

  const filledIn = (path: string): string =>
    path.replace('{case}', numbers[2] ?? '').replace('{batch}', batch);

  it.each(PAGES)('%s breaks no rule of WCAG 2.2 AA and fits its window', async (name, path) => {
    await visit.page.setViewportSize(DESKTOP);
    await visit.open(filledIn(path));
    const found: unknown[] = [];
    for (const { look, colorScheme, window } of LOOKS) {
      await visit.page.emulateMedia({ colorScheme });
      await visit.page.setViewportSize(window);
      await visit.settled();
      const violations = await visit.violations();
      const sideways = await overflow(visit);
      if (violations.length > 0 || sideways > 0) found.push({ look, sideways, violations });
      if (TAKES_PICTURES && (look === 'light' || SHOWN_IN_EVERY_LOOK.includes(name)))
        await visit.page.screenshot({ path: join(PICTURES, `${name}-${look}.png`) });
    }
    expect(found).toEqual([]);
    expect(visit.errors.splice(0)).toEqual([]);
  });

  it('speaks English, one click away', async () => {
    await visit.open('/');
    await visit.page.getByRole('button', { name: 'English' }).click();
    for (const [, path] of PAGES) {
      await visit.open(filledIn(path));
      expect(await visit.page.locator('html').getAttribute('lang')).toBe('en');
    }
    await visit.page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
    await visit.page.getByRole('button', { name: 'Tiếng Việt' }).click();
  });

  it('follows what happens, also after the connection was lost', async () => {
    const { page } = visit;
    await page.setViewportSize(DESKTOP);
    await visit.open('/');
    await page.getByText('Trực tiếp', { exact: true }).waitFor();
    const before = await total(visit);
    world.system.standalone.app.getHttpServer().closeAllConnections();
    await page.getByText('Mất kết nối, đang nối lại').waitFor();
    await world.births(5, 8);
    await page.getByText('Trực tiếp', { exact: true }).waitFor();
    await page.getByText(`Tổng số: ${before + 5}`).waitFor();
  });
});

async function total({ page }: Visit): Promise<number> {
  const text = await page.getByText(/^Tổng số: \d+$/).innerText();
  return Number(text.replace(/\D/g, ''));
}

/** How many pixels a page is wider than its window. */
function overflow({ page }: Visit): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
