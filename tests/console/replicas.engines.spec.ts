import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type BatchView,
  type CaseListView,
  type IncidentListView,
  type LiveChange,
  type LiveTopic,
  type OperationView,
} from '@lienthong/contracts';
import { eventually } from '../support/eventually';
import { type Answer } from '../../apps/console/test-support/operator';
import { Poison } from '../../apps/console/test-support/poison';
import { type ConsoleReplica, ConsoleReplicas } from '../support/console-replicas';
import { fileBirths } from '../support/filing';

const REASON = 'Nhập trùng cả đợt';
const BATCHES = '/v1/operations/batches';
const SCRIPT = join(__dirname, '../../scripts/verify-audit.mjs');

jest.setTimeout(240_000);

describe('two replicas of the console on Kafka and MongoDB', () => {
  let world: ConsoleReplicas;
  let one: ConsoleReplica;
  let other: ConsoleReplica;

  beforeEach(async () => {
    world = await ConsoleReplicas.open();
    [one, other] = [await world.start(), await world.start()];
  });
  afterEach(() => world.close());

  /** Files so many births, and waits until both replicas show them. */
  async function file(count: number): Promise<readonly string[]> {
    const numbers = await fileBirths(world.system, count);
    await world.idle();
    for (const { operator } of [one, other]) {
      await eventually(
        async () => (await operator.get<CaseListView>('/v1/operations/cases?limit=1')).body.total,
        (total) => total === count,
      );
    }
    return numbers;
  }

  /** How often a stop was taken for each of these cases. */
  async function stops(numbers: readonly string[]): Promise<readonly number[]> {
    await world.system.idle();
    const url = await world.system.standalone.serve();
    return Promise.all(
      numbers.map(async (number) => {
        const answer = await fetch(`${url}/v1/dossiers/${number}/timeline`);
        const { entries } = (await answer.json()) as {
          readonly entries: readonly { readonly type: string }[];
        };
        return entries.filter(({ type }) => type === 'stop.requested').length;
      }),
    );
  }

  /** They tell of one operation, which is done, or will be soon where the machine is slow, and both replicas say so. */
  async function expectOneDone(answers: readonly Answer<OperationView>[]): Promise<void> {
    const [id] = answers.map(({ body }) => body.id);
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [202, id]));
    const ended = await Promise.all(
      [one, other].map(({ operator }) =>
        eventually(
          () => operator.get<OperationView>(`/v1/operations/operations/${id}`),
          ({ body }) => body.status !== 'in-progress',
        ),
      ),
    );
    expect(ended[0]).toMatchObject({ status: 200, body: { status: 'done' } });
    expect(ended[1]).toEqual(ended[0]);
  }

  async function verified(replica: ConsoleReplica, entries: number): Promise<void> {
    expect(await replica.operator.verify()).toMatchObject({ valid: true, entries });
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, '--url', replica.url]);
    expect(stdout).toContain(`${entries} entries, an unbroken chain`);
  }

  it('do an operation once, whichever of them are sent its key, and answer alike', async () => {
    const numbers = await file(12);
    const sent = numbers.map((number, i) => {
      const act = ({ operator }: ConsoleReplica): Promise<Answer<OperationView>> =>
        operator.post(
          `/v1/operations/cases/${number}/actions`,
          { action: 'stop', reason: REASON },
          `key-${i}`,
        );
      return Promise.all([act(one), act(other), act(one), act(other)]);
    });
    for (const answers of await Promise.all(sent)) await expectOneDone(answers);
    expect(new Set(await stops(numbers))).toEqual(new Set([1]));
    const log = await other.operator.audit();
    for (const number of numbers) {
      const own = log.filter(({ target }) => target === number);
      expect(own.map(({ outcome, before }) => [outcome, before?.['status']])).toEqual([
        ['begun', 'in-progress'],
        ['done', 'in-progress'],
      ]);
    }
    await verified(one, 24);
  });

  it('say that an incident was closed, also the one that found it closed by the other', async () => {
    const poison = new Poison(world.system.runtime.engines, 'civil-registry');
    await file(8);
    poison.broken = false;
    const { body } = await one.operator.get<IncidentListView>('/v1/operations/incidents');
    expect(body.total).toBe(8);
    const retries = body.items.map(({ id }, i) => {
      const retry = ({ operator }: ConsoleReplica): Promise<Answer<OperationView>> =>
        operator.post(`/v1/operations/incidents/${id}/retry`, { reason: REASON }, `retry-${i}`);
      return Promise.all([retry(one), retry(other)]);
    });
    for (const answers of await Promise.all(retries)) await expectOneDone(answers);
    const log = await one.operator.audit();
    expect(log.filter(({ outcome }) => outcome === 'done').map(({ after }) => after?.['incident'])).toEqual(
      Array.from({ length: 8 }, () => 'closed'),
    );
    await verified(other, 16);
  });

  it('take a batch over from one that is killed amid it, and work nothing twice', async () => {
    const numbers = await file(250);
    const { body } = await one.operator.post<BatchView>(BATCHES, {
      action: 'stop',
      cases: { procedureGroup: 'birth' },
      reason: REASON,
    });
    const { id } = body;
    const path = `${BATCHES}/${id}`;
    const seen: number[] = [];
    const view = async (): Promise<BatchView> => {
      const { body: batch } = await other.operator.get<BatchView>(path);
      seen.push(batch.succeeded + batch.failed + batch.skipped);
      return batch;
    };
    // The one is at a chunk of fifty, some of which it has stopped and not yet said so.
    await eventually(view, () => one.acts % 50 > 10);
    const atDeath = one.acts;
    await one.kill();
    expect(await eventually(view, ({ status }) => status === 'done')).toMatchObject({
      total: 250,
      succeeded: 250,
      failed: 0,
      skipped: 0,
    });
    expect(atDeath).toBeGreaterThan(0);
    expect(other.acts).toBeGreaterThan(0);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.filter((count) => count % 50 !== 0)).toEqual([]);
    expect(new Set(await stops(numbers))).toEqual(new Set([1]));
    const log = await eventually(
      () => other.operator.audit(),
      (entries) => entries.some(({ action }) => action === 'batch.end'),
    );
    const audited = log.filter(({ action, operation }) => action === 'case.stop' && operation === id);
    expect(audited.map(({ target }) => target).sort()).toEqual([...numbers].sort());
    expect(log.filter(({ action }) => action === 'batch.end')).toMatchObject([
      { outcome: 'done', after: { status: 'done', total: 250, succeeded: 250 } },
    ]);
    await verified(other, 2 + 250 + 1);
  });

  it('show what either of them does to whoever has a page open at the other', async () => {
    const [number = ''] = await file(1);
    const heard = new Set<LiveTopic>();
    const stream = await fetch(`${other.url}/v1/operations/live`);
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const part of (stream.body ?? []) as AsyncIterable<Uint8Array>) {
        for (const [, data] of decoder.decode(part).matchAll(/^data: (.*)$/gm))
          for (const topic of (JSON.parse(data ?? '') as LiveChange).topics) heard.add(topic);
      }
    })();
    await one.operator.post(`/v1/operations/cases/${number}/actions`, { action: 'stop', reason: REASON });
    await eventually(
      async () => heard,
      (topics) => topics.has('audit') && topics.has('cases'),
    );
    expect(heard.has('batches')).toBe(false);
    await one.operator.post(BATCHES, {
      action: 'withdraw',
      cases: { procedureGroup: 'death' },
      reason: REASON,
    });
    await eventually(
      async () => heard,
      (topics) => topics.has('batches'),
    );
    await other.close();
    await reading;
  });
});
