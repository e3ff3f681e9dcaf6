import { mongodbUri, TEST_KIND, TestDatabase } from '../../test-support/test-database';
import { RecordingPublisher } from '../../test-support/recording-publisher';
import { TcpProxy } from '../../test-support/tcp-proxy';
import { moveOn } from '../../test-support/writes';
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
