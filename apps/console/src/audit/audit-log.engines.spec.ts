import { EngineRegistry } from '@lienthong/engine';
import { MongoStores } from '@lienthong/mongodb';
import { RecordingPublisher } from '../../../../libs/mongodb/test-support/recording-publisher';
import { TestDatabase } from '../../../../libs/mongodb/test-support/test-database';
import { type LiveChanges } from '../live/live-changes';
import { type AuditDraft } from './audit-chain';
import { AuditLog, type PlaceKeeper } from './audit-log';

const REPLICAS = 3;
const EACH = 15;

function draft(target: string): AuditDraft {
  return {
    at: '2026-11-16T08:00:00.000+07:00',
    actor: target.slice(0, 1),
    roles: ['operator'],
    action: 'case.stop',
    target,
    reason: 'Trùng',
    outcome: 'done',
    before: { status: 'in-progress', number: 1.5, none: null },
    operation: `o-${target}`,
  };
}

/** Keeps the place as an aggregate would that several processes write to. */
class Place implements PlaceKeeper {
  place: number | undefined;

  async keep(place: number, insteadOf: number | undefined): Promise<number> {
    if (this.place === insteadOf) this.place = place;
    return this.place ?? place;
  }
}

describe('the audit log on MongoDB', () => {
  const database = new TestDatabase();

  async function replica(): Promise<AuditLog> {
    const connection = await database.connect();
    const stores = new MongoStores({ connection, publisher: new RecordingPublisher(database.published) });
    const engines = new EngineRegistry(stores.open, { now: () => 0, count: () => undefined });
    const log = new AuditLog(engines, { announce: () => undefined } as unknown as LiveChanges);
    await stores.ensureIndexes();
    return log;
  }

  afterAll(() => database.drop());

  it('has no gaps and one chain, whoever of several replicas writes at the same time, and writes nothing twice', async () => {
    const logs = await Promise.all(Array.from({ length: REPLICAS }, replica));
    const writes = logs.flatMap((log, replicaNumber) =>
      Array.from({ length: EACH }, (_, i) => {
        const target = `${replicaNumber}-${i}`;
        const drafts = i % 5 === 0 ? [draft(target), draft(`${target}-b`)] : [draft(target)];
        const place = new Place();
        const twin = logs[(replicaNumber + 1) % REPLICAS] ?? log;
        // The same entries from two replicas, as when one takes over from another that is not dead after all.
        return [log.append(target, drafts, place), twin.append(target, drafts, place)];
      }),
    );
    const places = await Promise.all(writes.map(([one, other]) => Promise.all([one, other])));
    for (const [one, other] of places) expect(other).toBe(one);
    const entries: string[] = [];
    for await (const entry of logs[0]?.oldest() ?? []) entries.push(entry.target);
    expect(entries).toHaveLength(REPLICAS * (EACH + 3));
    expect(new Set(entries).size).toBe(entries.length);
    expect(await logs[1]?.verify()).toMatchObject({ valid: true, entries: entries.length });
    expect(await logs[2]?.count({ actor: '1' })).toBe(EACH + 3);
  });
});
