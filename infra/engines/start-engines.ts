import { join } from 'node:path';
import { type GivenEngines, type OwnEngines } from './choose-engines';
import { startContainerKafka, startContainerMongo } from './containers';
import { type Engine, EngineError, type EngineOptions, type KafkaEngine, type MongoEngine } from './engine';
import { findEngines, findOwnEngines } from './find-engines';
import { startMavenKafka } from './maven-kafka';
import { startMavenMongo } from './maven-mongo';

/** Both engines for a test run or a benchmark. */
export interface RunningEngines {
  readonly kind: 'given' | 'docker' | 'maven';
  readonly brokers: string;
  readonly uri: string;
  /** Stops what was started here; engines that were given go on. */
  stop(): Promise<void>;
}

/**
 * A Kafka of our own, in a container or as a Java process, whatever the environment names.
 * @throws EngineError when there is neither Docker nor Java and Maven
 */
export async function startKafka(options: EngineOptions, source?: OwnEngines): Promise<KafkaEngine> {
  const { kind } = required(source ?? (await findOwnEngines()));
  return kind === 'docker' ? startContainerKafka(options) : startMavenKafka(options);
}

/** A MongoDB of our own; as `startKafka`. */
export async function startMongo(options: EngineOptions, source?: OwnEngines): Promise<MongoEngine> {
  const { kind } = required(source ?? (await findOwnEngines()));
  return kind === 'docker' ? startContainerMongo(options) : startMavenMongo(options);
}

/**
 * The engines of the environment, or else both of our own.
 * @param directory for their data, used as `<directory>/kafka` and `<directory>/mongodb`
 * @throws EngineError when no engine can be had
 */
export async function startEngines(
  directory: string,
  options: Pick<EngineOptions, 'heapMegabytes'> = {},
): Promise<RunningEngines> {
  const source = required(await findEngines());
  if (source.kind === 'given') return { ...source, stop: async () => undefined };
  const results = await Promise.allSettled([
    startKafka({ ...options, directory: join(directory, 'kafka') }, source),
    startMongo({ ...options, directory: join(directory, 'mongodb') }, source),
  ]);
  const [kafka, mongodb] = results;
  if (kafka.status === 'fulfilled' && mongodb.status === 'fulfilled') {
    const engines = [kafka.value, mongodb.value];
    return {
      kind: source.kind,
      brokers: kafka.value.brokers,
      uri: mongodb.value.uri,
      stop: () => stopAll(engines),
    };
  }
  await stopAll(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
  throw results.find((result) => result.status === 'rejected')?.reason;
}

async function stopAll(engines: readonly Engine[]): Promise<void> {
  await Promise.all(engines.map((engine) => engine.stop()));
}

function required<Source extends GivenEngines | OwnEngines>(source: Source) {
  if (source.kind === 'none') throw new EngineError(`no Kafka and MongoDB can be had: ${source.reason}`);
  return source as Exclude<Source, { kind: 'none' }>;
}
