import { BIRTH_PROCEDURES, type OperationView } from '@lienthong/contracts';
import { DossierPool } from '../../../../tests/support/dossier-pool';
import { file } from '../../../../tests/support/filing';
import { TestSystem } from '../../../../tests/support/test-system';
import { eventually } from '../../../../tests/support/eventually';
import { killedAfter } from '../../test-support/killed';
import { Operator } from '../../test-support/operator';
import { AuditLog } from '../audit/audit-log';
import { OperationPace } from './operation-pace';
import { OperationRunner } from './operation-runner';

const REASON = 'Nhập trùng';

describe('an operation whose process dies', () => {
  const pool = new DossierPool(33, 200);
  let system: TestSystem;
  let operator: Operator;

  beforeEach(async () => {
    system = await TestSystem.open({ LOG_LEVEL: 'silent' });
    operator = new Operator(await system.standalone.serve());
    // What a process that died had in hand is soon taken up again.
    Object.assign(system.get(OperationPace), { leaseMs: 300 });
  });
  afterEach(() => system.close());

  /** Begin, place, entry, acted, place, entry, close: what was asked for takes effect before `acted`. */
  it.each([1, 2, 3, 4, 5, 6])(
    'before its write no. %i + 1 is finished, and neither done nor audited twice',
    async (writes) => {
      const dossierNumber = await file(system, 'dossier', pool.take(BIRTH_PROCEDURES));
      const path = `/v1/operations/cases/${dossierNumber}/actions`;
      const death = killedAfter(writes, [
        system.get(OperationRunner)['engine'],
        system.get(AuditLog)['blocks'],
      ]);
      const cut = await operator.post<OperationView>(path, { action: 'stop', reason: REASON }, 'k');
      await death;
      expect(cut.body.status).toBe('in-progress');
      await system.reopen();
      operator = new Operator(await system.standalone.serve());
      const finished = await eventually(
        () => operator.get<OperationView>(`/v1/operations/operations/${cut.body.id}`),
        ({ body }) => body.status !== 'in-progress',
      );
      expect(finished.body).toMatchObject({ status: 'done', audit: 1 });
      await system.idle();
      const { body } = await operator.get<{ entries: { type: string }[] }>(
        `/v1/dossiers/${dossierNumber}/timeline`,
      );
      expect(body.entries.filter(({ type }) => type === 'stop.requested')).toHaveLength(1);
      expect((await operator.audit()).map(({ outcome, operation }) => [outcome, operation])).toEqual([
        ['begun', cut.body.id],
        ['done', cut.body.id],
      ]);
      expect((await operator.verify()).valid).toBe(true);
      expect((await operator.post(path, { action: 'stop', reason: REASON }, 'k')).body).toEqual(
        finished.body,
      );
    },
    60_000,
  );
});
