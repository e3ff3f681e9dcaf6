import { join } from 'node:path';
import { type EngineOptions, HOST, type KafkaEngine } from './engine';
import { newClusterId, startMavenKafka } from './maven-kafka';
import { freePort } from './ports';

/** Several brokers that are controllers too, as Java processes. */
export interface KafkaCluster {
  /** For `KAFKA_BROKERS`. */
  readonly brokers: string;
  /** By node number, from 1 on. */
  readonly nodes: ReadonlyMap<number, KafkaEngine>;
  /** Kills them all: in an orderly end the last ones wait for a majority that is gone. */
  kill(): Promise<void>;
}

/** Dead brokers are noticed after this time: a third of what is usual. */
const SESSION_MS = 3_000;

/** @throws EngineError */
export async function startKafkaCluster(
  size: number,
  { directory, ...options }: Pick<EngineOptions, 'directory' | 'heapMegabytes'>,
): Promise<KafkaCluster> {
  const ids = Array.from({ length: size }, (_, at) => at + 1);
  const places = await Promise.all(
    ids.map(async (id) => ({ id, port: await freePort(), controllerPort: await freePort() })),
  );
  const clusterId = newClusterId();
  const settings = {
    'controller.quorum.voters': places
      .map(({ id, controllerPort }) => `${id}@${HOST}:${controllerPort}`)
      .join(','),
    'default.replication.factor': String(size),
    'offsets.topic.replication.factor': String(size),
    'broker.session.timeout.ms': String(SESSION_MS),
    'broker.heartbeat.interval.ms': '500',
  };
  const started = await Promise.allSettled(
    places.map(async ({ id, port, controllerPort }) => {
      const place = { ...options, port, directory: join(directory, `node-${id}`) };
      const specialties = {
        clusterId,
        controllerPort,
        settings: { ...settings, 'node.id': String(id) },
      };
      return [id, await startMavenKafka(place, specialties)] as const;
    }),
  );
  const nodes = new Map(started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  const kill = async (): Promise<void> => {
    await Promise.all([...nodes.values()].map((node) => node.kill()));
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await kill();
    throw failed.reason;
  }
  return { brokers: places.map(({ port }) => `${HOST}:${port}`).join(','), nodes, kill };
}
