import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';
import { Poison } from '../../../apps/console/test-support/poison';

const REASON = 'Máy chủ cư trú đã hoạt động lại';

describe('an operator at the console', () => {
  let world: ConsoleWorld;
  let visit: Visit;

  const open = async (env: Readonly<Record<string, string>>): Promise<void> => {
    world = await ConsoleWorld.open(env);
    visit = await world.browser.visit(world.url);
  };
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await world.close();
  });

  it('finds a late case from the overview and reads who holds it', async () => {
    await open({ AGENCY_MODE: 'manual' });
    const numbers = await world.births(3);
    await world.passTo('2026-11-26T10:00:00+07:00');
    const { page } = visit;
    await visit.open('/');
    const overdue = page.getByRole('link', { name: /Quá hạn/ }).first();
    await expectText(overdue, '3');
    await overdue.click();
    await page.waitForURL(/\/console\/cases\?.*overdue/);
    await page.getByRole('link', { name: numbers[1] ?? '', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: numbers[1] ?? '' }).waitFor();
    const owner = page.getByRole('status').filter({ hasText: 'Tư pháp – hộ tịch' });
    await owner.waitFor();
    await page
      .getByText(/quá hạn [\d,]+ ngày làm việc/)
      .first()
      .waitFor();
  });

  it('retries one incident, with a reason that stands in the audit log', async () => {
    await open({ DECISION_PACE: 'instant' });
    const poison = new Poison(world.system.runtime.engines, 'residency');
    const [number = ''] = await world.births(1);
    poison.broken = false;
    const { page } = visit;
    await visit.open('/incidents');
    await page.getByText('the desk is on fire').first().waitFor();
    await page.getByRole('button', { name: `Thử lại: ${number}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Lý do/).fill(REASON);
    await dialog.getByRole('button', { name: 'Thử lại', exact: true }).click();
    await page.getByText('Không có sự cố nào').waitFor();
    await world.system.idle();
    await visit.open(`/cases/${number}`);
    await page.getByText('Hoàn thành', { exact: true }).first().waitFor();
    await visit.open('/audit');
    await page.getByText(REASON).first().waitFor();
  });

  it('redrives 500 incidents at once and sees what came of each', async () => {
    await open({ DECISION_PACE: 'instant' });
    const poison = new Poison(world.system.runtime.engines, 'civil-registry');
    await world.births(500);
    poison.broken = false;
    const { page } = visit;
    await visit.open('/incidents');
    await page.getByRole('button', { name: 'Thử lại tất cả (500)' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Lý do/).fill(REASON);
    await dialog.getByRole('button', { name: 'Thử lại tất cả (500)' }).click();
    await page.waitForURL(/\/console\/batches\/.+/);
    const progress = page.getByRole('progressbar');
    await page.locator('[role="progressbar"][aria-valuenow="500"]').waitFor({ timeout: 90_000 });
    expect(await progress.getAttribute('aria-valuemax')).toBe('500');
    await page.getByText('Thành công 500').first().waitFor();
    await visit.open('/incidents');
    await page.getByText('Không có sự cố nào').waitFor();
  });
});

async function expectText(locator: ReturnType<Visit['page']['getByRole']>, text: string): Promise<void> {
  await locator.filter({ hasText: text }).waitFor();
}
