import { setImmediate as turn } from 'node:timers/promises';
import { type AggregateStore } from '@lienthong/store';
import { mongodbUri, TEST_KIND, TestDatabase } from '../../test-support/test-database';
import { RecordingPublisher } from '../../test-support/recording-publisher';
import { TcpProxy } from '../../test-support/tcp-proxy';
import { moveOn, step } from '../../test-support/writes';
import { MongoStores } from '../mongo-stores';
import { MongoConnection } from './mongo-connection';
import { MongoMeta } from './mongo-meta';

describe('MongoConnection', () => {
  it('says in one line what is wrong with its address', async () => {
    const open = (uri: string): Promise<MongoConnection> =>
      MongoConnection.open({ uri, databasePrefix: 'lt', serverSelectionMs: 200 });
    await expect(open('localhost:27017')).rejects.toThrow(/^MONGODB_URI is no MongoDB connection string/);
    await expect(open('mongodb://host/?replicaSet')).rejects.toThrow(/^MONGODB_URI is no MongoDB/);
    const unescaped = open('mongodb://user:secret%@127.0.0.1:1/');
    await expect(unescaped).rejects.toThrow(/^MONGODB_URI is no MongoDB connection string/);
    await expect(unescaped).rejects.not.toThrow('secret');
    const unreachable = open('mongodb://user:secret@127.0.0.1:1/');
    await expect(unreachable).rejects.toThrow(/^MONGODB_URI: no primary answers at 127\.0\.0\.1:1 \(/);
    await expect(unreachable).rejects.not.toThrow('secret');
  });

  it('answers whether the primary is there', async () => {
    const connection = await MongoConnection.open({ uri: mongodbUri(), databasePrefix: 'lt' });
    expect(await connection.ping()).toBe(true);
    await connection.close();
    expect(await connection.ping()).toBe(false);
  });

  it('tells when the primary is lost and back; work rejects meanwhile and then goes on', async () => {
    const database = new TestDatabase();
    const { hostname, port } = new URL(mongodbUri());
    const proxy = new TcpProxy(hostname, Number(port || 27_017));
    await proxy.start();
    const told: string[] = [];
    let isBack = (): void => undefined;
    const back = new Promise<void>((resolve) => (isBack = resolve));
    const connection = await MongoConnection.open({
      uri: `mongodb://127.0.0.1:${proxy.port}/?directConnection=true&heartbeatFrequencyMS=500`,
      databasePrefix: database.prefix,
      serverSelectionMs: 300,
      onLost: () => told.push('lost'),
      onBack: () => {
        told.push('back');
        isBack();
      },
    });
    const stores = new MongoStores({ connection, publisher: new RecordingPublisher(database.published) });
    const store = stores.open(TEST_KIND);
    await moveOn(store, 'x', true);
    await proxy.cut();
    await expect(moveOn(store, 'x', true)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await connection.ping()).toBe(false);
    expect(told).toEqual(['lost']);
    await proxy.start();
    await back;
    await moveOn(store, 'x', true);
    expect(new Set(database.published.map(({ message }) => message.sequence))).toEqual(new Set([1, 2]));
    await connection.close();
    await proxy.cut();
    await database.drop();
  });

  describe('over a line that fails', () => {
    const database = new TestDatabase();
    const errors: unknown[] = [];
    let proxy: TcpProxy;
    let connection: MongoConnection;
    let stores: MongoStores;
    let store: AggregateStore;

    beforeEach(async () => {
      const { hostname, port } = new URL(mongodbUri());
      proxy = new TcpProxy(hostname, Number(port || 27_017));
      await proxy.start();
      connection = await MongoConnection.open({
        uri: `mongodb://127.0.0.1:${proxy.port}/?directConnection=true&heartbeatFrequencyMS=500&maxPoolSize=5`,
        databasePrefix: database.prefix,
        socketMs: 3_000,
      });
      stores = new MongoStores({ connection, publisher: new RecordingPublisher(database.published) });
      store = stores.open(TEST_KIND);
    });
    afterEach(async () => {
      await connection.close();
      await proxy.cut();
    });
    afterAll(() => database.drop());

    it('waits for no answer of a server that has hung up, however often', async () => {
      const open = new Set<Promise<void>>();
      const ask = (): void => {
        const asked: Promise<void> = store
          .load(['x'])
          .then(
            () => undefined,
            (error: unknown) => void errors.push(error),
          )
          .finally(() => open.delete(asked));
        open.add(asked);
      };
      // More often than there are connections in the pool: one that a lost call keeps is missing from it for good.
      for (let times = 0; times < 7; times++) {
        await moveOn(store, 'x', true);
        proxy.hangUp();
        for (let turns = 0; turns < 50; turns++) {
          ask();
          await turn();
        }
        await Promise.all(open);
      }
      for (const error of errors) expect(error).toMatchObject({ code: 'store-unavailable' });
      expect(await moveOn(store, 'x', true)).toBe(true);
    });

    it('gives up a call that a server which hangs does not take, or does not answer', async () => {
      await moveOn(store, 'x', true);
      proxy.stall();
      // Far more than fits into the buffers of the sockets on the way.
      const document = { text: 'x'.repeat(15_000_000) };
      const large = step('large', 0, { envelope: { version: 1, state: document, sent: 1, seen: [] } });
      const calls = [store.commit({ writes: [large] }), store.load(['x'])];
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'store-unavailable' });
    });

    it('says that a server which hangs does not answer, sooner than a call gives up', async () => {
      await moveOn(store, 'x', true);
      proxy.stall();
      const call = store.commit({ writes: [step('y', 0)] }).catch(() => 'given up');
      for (let turns = 0; turns < 5; turns++) await turn();
      expect(await Promise.race([call, connection.ping()])).toBe(false);
      expect(await call).toBe('given up');
    });
  });
});

describe('MongoMeta', () => {
  it('keeps what the first process says', async () => {
    const database = new TestDatabase();
    const connections = await Promise.all([database.connect(), database.connect(), database.connect()]);
    const metas = connections.map((one) => new MongoMeta(one, one.database('shared')));
    const kept = await Promise.all(metas.map((meta, i) => meta.once('origin', 100 + i)));
    expect(new Set(kept).size).toBe(1);
    expect(await metas[0]?.once('origin', 7)).toBe(kept[0]);
    await database.drop();
  });
});
