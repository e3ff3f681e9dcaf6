import { Operator } from '../../../apps/console/test-support/operator';
import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

describe('an auditor', () => {
  let world: ConsoleWorld;
  let visit: Visit;

  beforeEach(async () => {
    world = await ConsoleWorld.open({ AGENCY_MODE: 'manual' });
    visit = await world.browser.visit(world.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await world.close();
  });

  it('reads who stopped a case and why, and has the chain verified', async () => {
    const [number = ''] = await world.births(1);
    const operator = new Operator(world.url);
    const stopped = await operator.post(`/v1/operations/cases/${number}/actions`, {
      action: 'stop',
      reason: 'Nộp trùng hồ sơ',
    });
    expect(stopped.status).toBe(202);
    await world.system.idle();
    const { page } = visit;
    await visit.open('/audit');
    await page.getByText('Nộp trùng hồ sơ').first().waitFor();
    await page.getByRole('link', { name: number }).first().waitFor();
    await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click();
    const verdict = page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /nguyên vẹn/i });
    await verdict.waitFor();
  });

  it('sees personal data only for a reason, which is on the log', async () => {
    const [number = ''] = await world.births(1);
    const { page } = visit;
    await visit.open(`/cases/${number}?tab=dossier`);
    await page.getByText('••••').first().waitFor();
    await page.getByRole('button', { name: 'Hiện dữ liệu cá nhân' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Lý do/).fill('Đối chiếu với giấy chứng sinh');
    await dialog.getByRole('button', { name: /Hiện|Xác nhận/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByText('••••').count()).toBe(0);
    await visit.open('/audit');
    await page.getByText('Đối chiếu với giấy chứng sinh').first().waitFor();
  });
});
