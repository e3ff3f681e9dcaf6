import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Engine,
  type KafkaEngine,
  type MongoEngine,
  startKafka,
  startMongo,
} from '../../../infra/engines';
import { probeKafka, probeMongo } from '../../../infra/engines/probes';
import { engineAddresses } from './addresses';
import { insertMany, kafkaLog, numbersIn } from './clients';

const TIMEOUT_MS = 180_000;

describe('the engines of this run', () => {
  it('serve Kafka and MongoDB clients', async () => {
    const { brokers, uri } = engineAddresses();
    await probeKafka(brokers.join(','));
    await probeMongo(uri);
  });
});

describe('an engine of our own', () => {
  let directory: string;
  const started: Engine[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'lienthong-own-engine-'));
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((engine) => engine.stop()));
    rmSync(directory, { recursive: true, force: true });
  });

  it(
    'is a Kafka that keeps its messages when it is killed, and its port',
    async () => {
      const kafka: KafkaEngine = await startKafka({ directory });
      started.push(kafka);
      const log = kafkaLog(kafka.brokers, 'numbers');
      await log.create();
      await log.append(['1', '2', '3']);

      await kafka.kill();
      await expect(probeKafka(kafka.brokers)).rejects.toThrow();
      await kafka.start();

      await log.append(['4']);
      expect(await log.readAll(4)).toEqual(['1', '2', '3', '4']);
    },
    TIMEOUT_MS,
  );

  it(
    'is a MongoDB that has lost nothing it acknowledged when it is killed, and keeps its port',
    async () => {
      const mongodb: MongoEngine = await startMongo({ directory });
      started.push(mongodb);
      const acknowledged: number[] = [];
      const writers = [0, 1, 2, 3].map((writer) => insertMany(mongodb.uri, writer, acknowledged));
      const enough = Promise.race(writers.map((writer) => writer.reached(50)));

      await enough;
      await mongodb.kill();
      await Promise.all(writers.map((writer) => writer.ended));
      await mongodb.start();

      expect(await numbersIn(mongodb.uri)).toEqual(expect.arrayContaining(acknowledged));
      expect(acknowledged.length).toBeGreaterThanOrEqual(50);
    },
    TIMEOUT_MS,
  );
});
