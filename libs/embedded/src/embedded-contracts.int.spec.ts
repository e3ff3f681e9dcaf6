import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message, type Topic } from '@lienthong/contracts';
import { EngineRegistry, TimerPump } from '@lienthong/engine';
import { type AggregateKind, type AggregateStore } from '@lienthong/store';
import { type BusUnderTest, eventBusContract } from '../../event-bus/test-support/event-bus.contract';
import { engineContract, type EnginesUnderTest } from '../../engine/test-support/engine.contract';
import {
  aggregateStoreContract,
  CONTRACT_KIND,
  type StoreUnderTest,
} from '../../store/test-support/aggregate-store.contract';
import { TimerIndex } from '@lienthong/store';
import { EmbeddedMessageLog } from './bus/message-log';
import { EmbeddedDatabase } from './database/embedded-database';
import { EmbeddedRuntime } from './embedded-runtime';
import { ClaimTable } from './store/claim-table';
import { EmbeddedAggregateStore, type SharedTables } from './store/embedded-aggregate-store';
import { NumberTable } from './store/number-table';

const directories: string[] = [];

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lienthong-'));
  directories.push(directory);
  return directory;
}

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

async function openStore(directory: string): Promise<StoreUnderTest> {
  const database = new EmbeddedDatabase(directory, 'normal');
  const timers = new TimerIndex();
  const shared = {
    database,
    claims: new ClaimTable(database),
    numbers: new NumberTable(database),
    timers,
    log: new EmbeddedMessageLog(database, 2),
  };
  const store = new EmbeddedAggregateStore(shared, CONTRACT_KIND);
  return {
    store,
    timers,
    replica: async () => ({ store, close: async () => undefined }),
    restart: async () => {
      await database.close();
      return openStore(directory);
    },
    close: () => database.close(),
  };
}

async function openBus(directory: string, dead: readonly EmbeddedRuntime[] = []): Promise<BusUnderTest> {
  const runtime = new EmbeddedRuntime({
    directory,
    durability: 'normal',
    now: () => 0,
    count: () => undefined,
    partitions: 3,
  });
  return {
    bus: runtime.bus,
    publish: async (topic, messages) => {
      runtime.log.append(messages.map((message) => ({ topic, message })));
      await runtime.database.durable();
    },
    settled: () => runtime.bus.idle(),
    restart: async () => {
      await runtime.close();
      return openBus(directory, dead);
    },
    // What the disk holds at this moment, without the dead process's lock on it.
    crash: async () => {
      await runtime.database.durable();
      const left = newDirectory();
      cpSync(directory, left, { recursive: true });
      return openBus(left, [...dead, runtime]);
    },
    close: async () => {
      for (const each of [runtime, ...dead]) await each.close();
    },
  };
}

/** What the replicas of one "service" share here: a process has its data directory to itself, so they share its stores. */
class SharedEngines {
  readonly published: Message[];
  readonly timers = new TimerIndex();
  now = 0;
  private readonly database: EmbeddedDatabase;
  private readonly shared: SharedTables;
  private readonly stores = new Map<string, AggregateStore>();

  constructor(directory: string, published: Message[]) {
    this.published = published;
    this.database = new EmbeddedDatabase(directory, 'normal');
    const log = new EmbeddedMessageLog(this.database, 1);
    log.onAppend((message, topic: Topic) => {
      if (topic === 'case.events') published.push(message);
    });
    this.shared = {
      database: this.database,
      claims: new ClaimTable(this.database),
      numbers: new NumberTable(this.database),
      timers: this.timers,
      log,
    };
  }

  registry(): EngineRegistry {
    const open = (kind: AggregateKind): AggregateStore => {
      const store = this.stores.get(kind.kind) ?? new EmbeddedAggregateStore(this.shared, kind);
      this.stores.set(kind.kind, store);
      return store;
    };
    return new EngineRegistry(open, { now: () => this.now, count: () => undefined });
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

function openEngines(directory: string, published: Message[] = []): EnginesUnderTest {
  const shared = new SharedEngines(directory, published);
  const restart = async (): Promise<EnginesUnderTest> => {
    await shared.close();
    return openEngines(directory, published);
  };
  const replica = (close: () => Promise<void>): EnginesUnderTest => {
    const engines = shared.registry();
    const timers = new TimerPump(shared.timers, engines.of);
    let offset = 0;
    const deliver: EnginesUnderTest['deliver'] = (engine, messages) =>
      engine.handle({
        group: 'tally',
        topic: 'dossier.events',
        partition: 0,
        messages,
        nextOffset: ++offset,
      });
    return {
      engines,
      deliver,
      // Here a step and its acknowledgement are one; a bus that forgets the acknowledgement is the nearest to that crash.
      deliverAndDie: deliver,
      published: () => published,
      fireDue: async (at) => {
        shared.now = Math.max(shared.now, at);
        await timers.fireDue(at);
      },
      setNow: (at) => {
        shared.now = at;
      },
      restart,
      replica: async () => replica(async () => undefined),
      close,
    };
  };
  return replica(() => shared.close());
}

aggregateStoreContract('the embedded file', () => openStore(newDirectory()));
eventBusContract('the embedded log', () => openBus(newDirectory()));
engineContract('the embedded file', async () => openEngines(newDirectory()));
