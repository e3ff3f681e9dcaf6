import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

describe('a page that is not for a role', () => {
  let world: ConsoleWorld;
  let visit: Visit;

  beforeAll(async () => {
    world = await ConsoleWorld.openTo([
      { id: 'lt_officer', roles: ['officer'], agency: 'residency' },
      { id: 'lt_auditor', roles: ['auditor'] },
      { id: 'lt_operator', roles: ['operator'] },
    ]);
  });
  beforeEach(async () => {
    visit = await world.browser.visit(world.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
  afterAll(() => world.close());

  const signIn = async (key: string, path: string): Promise<void> => {
    await visit.page.goto('/console/sign-in');
    await visit.page.getByLabel('Khóa truy cập').fill(key);
    await visit.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await visit.page.getByRole('heading', { level: 1 }).waitFor();
    await visit.open(path);
  };

  it.each([
    ['lt_officer', '/system', 'Hệ thống', ['Điều hành viên', 'Giám sát viên', 'Kiểm tra viên']],
    ['lt_operator', '/audit', 'Nhật ký kiểm tra', ['Giám sát viên', 'Kiểm tra viên']],
    ['lt_auditor', '/agencies', 'Cơ quan thực hiện', ['Điều hành viên', 'Cán bộ thụ lý']],
  ])('says to %s at %s whom it is for, and asks the server for nothing', async (key, path, title, roles) => {
    const refused: string[] = [];
    visit.page.on('response', (answer) => {
      if (answer.status() === 403) refused.push(answer.url());
    });
    await signIn(key, path);
    const { page } = visit;
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Trang này không dành cho vai trò của bạn').waitFor();
    for (const role of roles) await page.getByText(role, { exact: true }).first().waitFor();
    expect(refused).toEqual([]);
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('link', { name: /Về / }).click();
    await page.getByText('Trang này không dành cho vai trò của bạn').waitFor({ state: 'hidden' });
  });
});
