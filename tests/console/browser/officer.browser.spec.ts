import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

describe('an officer at the desk', () => {
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

  it('approves a registration, and the case goes on to the next agencies', async () => {
    const [number = ''] = await world.births(1);
    await world.passTo('2026-11-16T09:00:00+07:00');
    const { page } = visit;
    await visit.open('/agencies?agency=civil-registry&status=all');
    await page
      .getByRole('link', { name: number })
      .or(page.getByRole('button', { name: number }))
      .first()
      .click();
    const file = page.getByRole('region', { name: 'Hồ sơ đang mở' });
    await file.getByRole('radio', { name: /Đồng ý/ }).click();
    await file.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByText(/nhật ký kiểm tra số/).waitFor();
    await world.system.idle();
    await visit.open(`/cases/${number}`);
    await page.getByText('Đã đăng ký khai sinh', { exact: false }).first().waitFor();
  });

  it('refuses with a reason that the case then shows', async () => {
    const [number = ''] = await world.births(1);
    await world.passTo('2026-11-16T09:00:00+07:00');
    const reason = 'Giấy chứng sinh không hợp lệ';
    const { page } = visit;
    await visit.open('/agencies?agency=civil-registry&status=all');
    await page
      .getByRole('link', { name: number })
      .or(page.getByRole('button', { name: number }))
      .first()
      .click();
    const file = page.getByRole('region', { name: 'Hồ sơ đang mở' });
    await file.getByRole('radio', { name: /Từ chối/ }).click();
    await file.getByRole('textbox', { name: /Lý do/ }).fill(reason);
    await file.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByText(/nhật ký kiểm tra số/).waitFor();
    await world.system.idle();
    await visit.open(`/cases/${number}`);
    await page.getByText('Bị từ chối', { exact: true }).first().waitFor();
    await page.getByText(reason).first().waitFor();
  });
});
