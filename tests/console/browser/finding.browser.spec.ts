import { CASE_QUERIES, type CaseQueries } from '@lienthong/contracts';
import { PHONE, type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

const NOTICE = {
  run: 'thu-tai',
  phase: 'filing',
  dossiers: 500,
  sent: 130,
  answered: 125,
  refused: 2,
  ratePerSecond: 25,
  startedAt: '2026-11-22T01:00:00.000Z',
};

describe('finding what matters', () => {
  let world: ConsoleWorld;
  let visit: Visit;

  const open = async (args: readonly string[] = []): Promise<void> => {
    world = await ConsoleWorld.open({ AGENCY_MODE: 'manual' }, args);
    visit = await world.browser.visit(world.url);
  };
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await world.close();
  });

  const tell = async (change: object): Promise<void> => {
    const answer = await fetch(`${world.url}/v1/simulation/replay`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...NOTICE, ended: false, ...change }),
    });
    expect(answer.status).toBe(204);
  };

  it('leads from the number of cases without an owner to these cases', async () => {
    await open();
    const numbers = await world.births(3);
    await world.system.idle();
    const queries = world.system.standalone.app.get<CaseQueries>(CASE_QUERIES, { strict: false });
    jest.spyOn(queries, 'withoutOwner').mockResolvedValue([numbers[1] ?? '']);
    const { page } = visit;
    await visit.open('/');
    await page.getByRole('link', { name: /Không rõ nơi xử lý/ }).click();
    await page.waitForURL(/\/console\/cases\?withoutOwner=true/);
    await page.getByRole('link', { name: numbers[1] ?? '', exact: true }).waitFor();
    await page.getByRole('status').filter({ hasText: '1 hồ sơ' }).waitFor();
    expect(await page.getByRole('link', { name: numbers[0] ?? '', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: /Không rõ nơi xử lý/ }).click();
    await page.getByRole('link', { name: numbers[0] ?? '', exact: true }).waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('shows on the system page how far a replay is, and that it has ended', async () => {
    await open();
    const { page } = visit;
    await visit.open('/system');
    expect(await page.getByText('Phát lại hồ sơ').count()).toBe(0);
    await tell({});
    await visit.open('/system');
    const panel = page.getByRole('region', { name: 'Phát lại hồ sơ' });
    await panel.getByText('125 trên 500 hồ sơ đã được nhận').waitFor();
    await panel.getByText('Gửi xong sau khoảng 15 giây', { exact: false }).waitFor();
    expect(await panel.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    expect(await visit.violations()).toEqual([]);
    await tell({ phase: 'finishing', sent: 500, answered: 500, ended: true });
    await visit.open('/system');
    await panel.getByText('Đã kết thúc', { exact: true }).waitFor();
  });

  it('names the holidays on a case’s timeline', async () => {
    await open(['--start', '2026-08-31T08:00:00+07:00']);
    const [number = ''] = await world.births(1);
    await world.passTo('2026-09-03T10:00:00+07:00');
    const { page } = visit;
    await visit.open(`/cases/${number}`);
    const days = page.getByRole('group', { name: 'Ngày nghỉ lễ' });
    await days.getByRole('img', { name: 'Quốc khánh: 01/09/2026 – 02/09/2026' }).waitFor();
    expect(await visit.violations()).toEqual([]);
  });

  it('has room for a dossier number on a phone', async () => {
    await open();
    const [number = ''] = await world.births(1);
    await world.system.idle();
    const { page } = visit;
    await page.setViewportSize(PHONE);
    await visit.open('/');
    await page.getByRole('button', { name: 'Tìm số hồ sơ' }).click();
    const box = page.getByRole('textbox', { name: 'Tìm số hồ sơ' });
    expect((await box.boundingBox())?.width).toBeGreaterThan(300);
    expect(await visit.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Tìm số hồ sơ' }).press('Enter');
    await page.keyboard.type(number.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/cases\?number=/);
    await page.getByRole('link', { name: number }).first().waitFor();
  });
});
