import { EngineRegistry, TimerPump } from '@lienthong/engine';
import { engineContract, type EnginesUnderTest } from '../../engine/test-support/engine.contract';
import {
  aggregateStoreContract,
  CONTRACT_KIND,
  type StoreUnderTest,
} from '../../store/test-support/aggregate-store.contract';
import { RecordingPublisher } from '../test-support/recording-publisher';
import { TestDatabase } from '../test-support/test-database';
import { MongoStores } from './mongo-stores';

const databases: TestDatabase[] = [];

function newDatabase(): TestDatabase {
  const database = new TestDatabase();
  databases.push(database);
  return database;
}

afterAll(async () => {
  for (const database of databases) await database.drop();
});

async function openStore(database: TestDatabase): Promise<StoreUnderTest> {
  const connection = await database.connect();
  const stores = new MongoStores({ connection, publisher: new RecordingPublisher(database.published) });
  const store = stores.open(CONTRACT_KIND);
  await stores.ensureIndexes();
  const close = async (): Promise<void> => {
    await stores.settled();
    await connection.close();
  };
  return {
    store,
    timers: stores.timers,
    replica: () => openStore(database),
    restart: async () => {
      await close();
      return openStore(database);
    },
    close,
  };
}

async function openEngines(database: TestDatabase): Promise<EnginesUnderTest> {
  let now = 0;
  let offset = 0;
  const connection = await database.connect();
  const publisher = new RecordingPublisher(database.published);
  const stores = new MongoStores({ connection, publisher });
  const engines = new EngineRegistry(stores.open, { now: () => now, count: () => undefined });
  const timers = new TimerPump(stores.timers, engines.of);
  const deliver: EnginesUnderTest['deliver'] = (engine, messages) =>
    engine.handle({ group: 'tally', topic: 'dossier.events', partition: 0, messages, nextOffset: ++offset });
  const close = async (): Promise<void> => {
    await stores.settled();
    await connection.close();
  };
  return {
    engines,
    deliver,
    deliverAndDie: async (engine, messages) => {
      publisher.away = true;
      await expect(deliver(engine, messages)).rejects.toThrow('the bus is away');
    },
    published: () => database.published.map(({ message }) => message),
    fireDue: async (at) => {
      now = Math.max(now, at);
      await timers.fireDue(at);
      await stores.settled();
    },
    setNow: (at) => {
      now = at;
    },
    restart: async () => {
      await close();
      return openEngines(database);
    },
    replica: () => openEngines(database),
    close,
  };
}

aggregateStoreContract('MongoDB', () => openStore(newDatabase()));
engineContract('MongoDB', () => openEngines(newDatabase()));
