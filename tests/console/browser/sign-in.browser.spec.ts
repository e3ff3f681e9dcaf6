import { BIRTH_PROCEDURES } from '@lienthong/contracts';
import { DossierPool } from '../../support/dossier-pool';
import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

const own = new DossierPool(35, 200).take(BIRTH_PROCEDURES);

describe('signing in by a key', () => {
  let world: ConsoleWorld;
  let visit: Visit;

  beforeAll(async () => {
    world = await ConsoleWorld.openTo(
      [
        { id: 'operator', roles: ['operator'] },
        {
          id: 'officer',
          roles: ['officer'],
          agency: 'civil-registry',
          offices: [own.agencies.civilRegistry],
        },
        { id: 'integrator', roles: ['integrator'] },
      ],
      { AGENCY_MODE: 'manual' },
    );
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    visit = await world.browser.visit(world.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  const showKey = async (key: string): Promise<void> => {
    await visit.page.getByLabel('Khóa truy cập').fill(key);
    await visit.page.getByRole('button', { name: 'Đăng nhập' }).click();
  };

  it('refuses a wrong key in words, and leads the right one to where one was', async () => {
    const { page } = visit;
    await visit.open('/cases?status=stopped');
    await page.getByText('Đăng nhập để tiếp tục trang bạn đang mở.').waitFor();
    await showKey('nobody');
    await page.getByRole('alert').filter({ hasText: 'Khóa không đúng hoặc đã bị thu hồi.' }).waitFor();
    await showKey('operator');
    await page.waitForURL('**/console/cases?status=stopped');
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ' }).waitFor();
  });

  it('forgets the key at sign-out', async () => {
    const { page } = visit;
    await visit.open('/');
    await showKey('operator');
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor();
    await page.getByRole('button', { name: 'Tài khoản' }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByText('Bạn đã đăng xuất.').waitFor();
    expect(await page.evaluate('Object.values({ ...sessionStorage, ...localStorage })')).not.toContain(
      'operator',
    );
    await visit.open('/system');
    await page.waitForURL('**/console/sign-in?from=%2Fsystem');
  });

  it('leads an officer to the desk, with the files of the own office and nothing else', async () => {
    const number = await world.file('own', own);
    const others = await world.births(3);
    const { page } = visit;
    await visit.open('/');
    await showKey('officer');
    await page.waitForURL('**/console/agencies');
    await visit.open('/agencies?status=all');
    await page.getByText(number).first().waitFor();
    for (const other of others) expect(await page.getByText(other).count()).toBe(0);
    const entries = page.getByRole('navigation').getByRole('link');
    expect(await entries.allInnerTexts()).toEqual(['Cơ quan thực hiện']);
    await page.goto('/console/audit');
    await page.getByText('Trang này không dành cho vai trò của bạn').waitFor();
  });

  it('refuses the key of an integrator in words, and keeps it not', async () => {
    const { page } = visit;
    await visit.open('/');
    await showKey('integrator');
    await page.getByRole('alert').filter({ hasText: 'không được dùng bàn điều hành' }).waitFor();
    await page.reload();
    await page.getByLabel('Khóa truy cập').waitFor();
  });

  it.each(['light', 'dark'] as const)('breaks no rule of WCAG 2.2 AA (%s)', async (colorScheme) => {
    const other = await world.browser.visit(world.url, { colorScheme });
    await other.open('/sign-in');
    await other.settled();
    expect(await other.violations()).toEqual([]);
    await other.page.getByLabel('Khóa truy cập').fill('nobody');
    await other.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await other.page.getByRole('alert').waitFor();
    expect(await other.violations()).toEqual([]);
    await other.close();
  });
});
