import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';
import { IdentityProvider } from './identity-provider';

describe('signing in at an identity provider', () => {
  let provider: IdentityProvider;
  let world: ConsoleWorld;
  let visit: Visit;

  beforeAll(async () => {
    provider = await IdentityProvider.start({ 'giam-sat': ['supervisor'], 'don-vi-noi': ['integrator'] });
    world = await ConsoleWorld.open(provider.settings);
  });
  afterAll(async () => {
    await world.close();
    await provider.stop();
  });
  beforeEach(async () => {
    visit = await world.browser.visit(world.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  const signInAs = async (person: string): Promise<void> => {
    await visit.page.getByRole('button', { name: 'Đăng nhập bằng tài khoản cơ quan' }).click();
    await visit.page.getByRole('link', { name: person }).click();
  };

  it('leads there and back, to the page that one wanted, under whose name one then acts', async () => {
    const [number = ''] = await world.births(1);
    const { page } = visit;
    await visit.open(`/cases/${number}`);
    await signInAs('giam-sat');
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('button', { name: 'Dừng xử lý' }).click();
    await page.getByRole('dialog').getByLabel(/Lý do/).fill('Nộp trùng hồ sơ');
    await page.getByRole('dialog').getByRole('button', { name: 'Dừng xử lý' }).click();
    await page.getByText(/Đã ghi nhận, nhật ký kiểm tra số/).waitFor();
    await visit.open('/');
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
    await visit.open('/audit');
    await page.getByText('giam-sat').first().waitFor();
  });

  it('ends the session there, too', async () => {
    const { page } = visit;
    await visit.open('/');
    await signInAs('giam-sat');
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
    const leaves = page.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/sign-out`));
    await page.getByRole('button', { name: 'Tài khoản' }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await leaves;
    await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản cơ quan' }).waitFor();
  });

  it('tells whoever has nothing to do here so, and lets them be somebody else', async () => {
    const { page } = visit;
    await visit.open('/');
    await signInAs('don-vi-noi');
    await page.getByText('Tài khoản này không được xem trang này').waitFor();
    await page.getByRole('link', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản cơ quan' }).waitFor();
    await signInAs('giam-sat');
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
  });

  it('says so when what comes back is not what was asked for', async () => {
    const { page } = visit;
    await visit.open('/sign-in?code=stolen&state=unknown');
    await page.getByRole('alert').filter({ hasText: 'Đăng nhập không thành công' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('link', { name: 'Thử đăng nhập lại' }).click();
    await page.getByRole('button', { name: 'Đăng nhập bằng tài khoản cơ quan' }).waitFor();
    expect(await visit.violations()).toEqual([]);
  });
});
