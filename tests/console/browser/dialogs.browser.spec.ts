import { type Locator, type Route } from 'playwright-core';
import { type AuditEntry, type OperationView } from '@lienthong/contracts';
import { Operator } from '../../../apps/console/test-support/operator';
import { Poison } from '../../../apps/console/test-support/poison';
import { type Visit } from './console-browser';
import { ConsoleWorld } from './console-world';

const REASON = 'Nộp trùng hồ sơ';
const ACTIONS = '**/v1/operations/cases/*/actions';
const BEGUN: OperationView = {
  id: 'o-later',
  status: 'in-progress',
  action: 'case.stop',
  target: '',
  actor: 'local',
  reason: REASON,
  at: '2026-11-17T09:00:00+07:00',
  audit: 7,
};

describe('the dialogs of the console', () => {
  let world: ConsoleWorld;
  /** The first has ended well, the others stand still. */
  let numbers: readonly string[];

  beforeAll(async () => {
    world = await ConsoleWorld.open({ AGENCY_MODE: 'auto' });
    await world.births(1);
    await world.passTo('2026-11-20T17:00:00+07:00');
    const poison = new Poison(world.system.runtime.engines, 'residency');
    numbers = await world.births(12);
    await world.passTo('2026-11-24T15:00:00+07:00');
    poison.broken = false;
  });
  afterAll(() => world.close());

  const dialogs = (): readonly (readonly [name: string, path: string, button: string | RegExp])[] => [
    ['case action', `/cases/${numbers[1]}`, 'Dừng xử lý'],
    ['correction', `/cases/${numbers[0]}`, 'Cải chính'],
    ['reveal', `/cases/${numbers[0]}?tab=dossier`, 'Hiện dữ liệu cá nhân'],
    ['batch of cases', '/cases', 'Xử lý hàng loạt'],
    ['retry', '/incidents', `Thử lại: ${numbers[1]}`],
    ['discard', '/incidents', `Bỏ qua: ${numbers[1]}`],
    ['batch of incidents', '/incidents', /^Bỏ qua tất cả/],
  ];

  it.each(['light', 'dark'] as const)('break no rule of WCAG 2.2 AA (%s)', async (colorScheme) => {
    const visit = await world.browser.visit(world.url, { colorScheme });
    const { page } = visit;
    const found: unknown[] = [];
    for (const [name, path, button] of dialogs()) {
      await visit.open(path);
      await page.getByRole('button', { name: button }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Đóng' }).waitFor();
      await visit.settled();
      const violations = await visit.violations();
      if (violations.length > 0) found.push({ name, violations });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    expect(found).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  describe('that send an action', () => {
    let visit: Visit;

    beforeEach(async () => {
      visit = await world.browser.visit(world.url);
    });
    afterEach(async () => {
      expect(visit.errors).toEqual([]);
      await visit.close();
    });

    const fill = async (number: string | undefined): Promise<void> => {
      await visit.open(`/cases/${number}`);
      await visit.page.getByRole('button', { name: 'Dừng xử lý' }).click();
      await visit.page.getByRole('dialog').getByLabel(/Lý do/).fill(REASON);
    };
    const send = (): Promise<void> =>
      visit.page.getByRole('dialog').getByRole('button', { name: 'Dừng xử lý' }).click();
    const answerLater = async (statuses: readonly OperationView['status'][]): Promise<void> => {
      const left = [...statuses];
      await visit.page.route(ACTIONS, (route) => route.fulfill({ status: 202, json: BEGUN }));
      await visit.page.route('**/v1/operations/operations/o-later', (route) => {
        const status = left.shift() ?? 'in-progress';
        const error = { code: 'internal-error', detail: 'Bộ phận xử lý bị lỗi' };
        return route.fulfill({ json: { ...BEGUN, status, ...(status === 'failed' && { error }) } });
      });
    };

    it('do once what is sent again because the answer was lost', async () => {
      const { page } = visit;
      const [, number = ''] = numbers;
      await fill(number);
      const loseAnswer = async (route: Route): Promise<void> => {
        await route.fetch();
        await route.abort('failed');
      };
      await page.route(ACTIONS, loseAnswer, { times: 1 });
      await send();
      await page.getByRole('dialog').getByRole('alert').filter({ hasText: 'Hãy gửi lại' }).waitFor();
      await send();
      await page.getByText(/Đã ghi nhận, nhật ký kiểm tra số/).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      const isOfIt = ({ target, action }: AuditEntry): boolean => target === number && action === 'case.stop';
      const log = (await new Operator(world.url).audit()).filter(isOfIt);
      expect(log.map(({ outcome }) => outcome)).toEqual(['begun', 'done']);
      await page.getByRole('button', { name: 'Đóng' }).click();
    });

    it('wait for what is not done at once, and say when it is', async () => {
      await answerLater(['in-progress', 'done']);
      await fill(numbers[2]);
      await send();
      await visit.page.getByText('Đã ghi nhận, nhật ký kiểm tra số 7').waitFor();
      await visit.page.getByRole('dialog').waitFor({ state: 'hidden' });
    });

    it('show that it failed in the end', async () => {
      await answerLater(['failed']);
      await fill(numbers[2]);
      await send();
      const alert = visit.page.getByRole('dialog').getByRole('alert');
      await alert.filter({ hasText: 'nhật ký kiểm tra số 7): Bộ phận xử lý bị lỗi' }).waitFor();
    });

    it('say at the edge of the window what failed after they were closed', async () => {
      await answerLater(['failed']);
      await fill(numbers[2]);
      await send();
      await visit.page.keyboard.press('Escape');
      await visit.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await visit.page.getByRole('alert').filter({ hasText: 'Bộ phận xử lý bị lỗi' }).waitFor();
    });

    it('let go of what takes long, and say what came of it', async () => {
      await answerLater(['in-progress', 'in-progress', 'in-progress', 'done']);
      await fill(numbers[2]);
      // The page asks with longer and longer pauses: they pass quickly here.
      await visit.page.clock.install();
      await send();
      await letPassUntil(visit.page.getByText(/hệ thống đang thực hiện/));
      await visit.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await letPassUntil(visit.page.getByText('Đã ghi nhận, nhật ký kiểm tra số 7', { exact: true }));
    });
  });
});

/** Lets the page's own time pass, second by second, until something is to be seen. */
async function letPassUntil(wanted: Locator): Promise<void> {
  while (!(await wanted.isVisible())) await wanted.page().clock.runFor(1_000);
}
