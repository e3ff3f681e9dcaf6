import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message, type Topic } from '@lienthong/contracts';
import { type BusUnderTest, eventBusContract } from '../../event-bus/test-support/event-bus.contract';
import { engineContract, type EnginesUnderTest } from '../../engine/test-support/engine.contract';
import {
  aggregateStoreContract,
  CONTRACT_KIND,
  type StoreUnderTest,
} from '../../store/test-support/aggregate-store.contract';
import { EmbeddedMessageLog } from './bus/message-log';
import { EmbeddedDatabase } from './database/embedded-database';
import { EmbeddedRuntime } from './embedded-runtime';
import { ClaimTable } from './store/claim-table';
import { EmbeddedAggregateStore } from './store/embedded-aggregate-store';
import { NumberTable } from './store/number-table';
import { TimerIndex } from './store/timer-index';

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
    restart: async () => {
      await database.close();
      return openStore(directory);
    },
    close: () => database.close(),
  };
}

async function openBus(directory: string): Promise<BusUnderTest> {
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
      return openBus(directory);
    },
    close: () => runtime.close(),
  };
}

async function openEngines(directory: string, published: Message[] = []): Promise<EnginesUnderTest> {
  let now = 0;
  const runtime = new EmbeddedRuntime({
    directory,
    durability: 'normal',
    now: () => now,
    count: () => undefined,
  });
  runtime.log.onAppend((message, topic: Topic) => {
    if (topic === 'case.events') published.push(message);
  });
  let offset = 0;
  return {
    engines: runtime.engines,
    deliver: (engine, messages) =>
      engine.handle({
        group: 'tally',
        topic: 'dossier.events',
        partition: 0,
        messages,
        nextOffset: ++offset,
      }),
    published: () => published,
    fireDue: async (at) => {
      now = Math.max(now, at);
      await runtime.timers.fireDue(at);
    },
    setNow: (at) => {
      now = at;
    },
    restart: async () => {
      await runtime.close();
      return openEngines(directory, published);
    },
    close: () => runtime.close(),
  };
}

aggregateStoreContract('the embedded file', () => openStore(newDirectory()));
eventBusContract('the embedded log', () => openBus(newDirectory()));
engineContract('the embedded file', () => openEngines(newDirectory()));
