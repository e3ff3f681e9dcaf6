import { type Engine, type EngineOptions, type KafkaEngine, type MongoEngine } from './engine';
import { brokerEnvironment, SINGLE_BROKER } from './kafka-settings';
import { freePort } from './ports';
import { probeKafka, probeMongo } from './probes';
import { waitUntil } from './wait-until';

const KAFKA_IMAGE = 'apache/kafka:4.1.0';
const MONGO_IMAGE = 'mongo:8';
const KAFKA_PORT = 9092;
const MONGO_PORT = 27017;
const READY_LIMIT_MS = 90_000;
const STOP_LIMIT_S = 20;

/** Loaded only where Docker answers: it is large, and no part of what is deployed. */
const testcontainers = () => import('testcontainers');

/** A container that keeps its port and its data while it is down; testcontainers removes it with this process. */
class ContainerEngine implements Engine {
  readonly pid = undefined;

  constructor(
    private readonly id: string,
    private readonly probe: () => Promise<void>,
  ) {}

  async start(): Promise<void> {
    if (!(await this.running())) await (await this.container()).start();
    await waitUntil(this.probe, READY_LIMIT_MS);
  }

  async stop(): Promise<void> {
    if (await this.running()) await (await this.container()).stop({ t: STOP_LIMIT_S });
  }

  async kill(): Promise<void> {
    if (await this.running()) await (await this.container()).kill({ signal: 'SIGKILL' });
  }

  private async running(): Promise<boolean> {
    return (await (await this.container()).inspect()).State.Running;
  }

  private async container() {
    const { getContainerRuntimeClient } = await testcontainers();
    return (await getContainerRuntimeClient()).container.getById(this.id);
  }
}

class ContainerKafka extends ContainerEngine implements KafkaEngine {
  constructor(
    id: string,
    readonly brokers: string,
  ) {
    super(id, () => probeKafka(brokers));
  }
}

class ContainerMongo extends ContainerEngine implements MongoEngine {
  constructor(
    id: string,
    readonly uri: string,
  ) {
    super(id, () => probeMongo(uri));
  }
}

/** Apache's own image. The port is fixed beforehand, as a broker tells its clients its address. */
export async function startContainerKafka({ port: wanted }: EngineOptions): Promise<KafkaEngine> {
  const { host, port } = await place(wanted);
  const settings = {
    ...SINGLE_BROKER,
    'controller.quorum.voters': '1@127.0.0.1:9093',
    listeners: `PLAINTEXT://:${KAFKA_PORT},CONTROLLER://127.0.0.1:9093`,
    'advertised.listeners': `PLAINTEXT://${host}:${port}`,
  };
  const { GenericContainer } = await testcontainers();
  const container = await new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: KAFKA_PORT, host: port })
    .withEnvironment({ ...brokerEnvironment(settings) })
    .start();
  const kafka = new ContainerKafka(container.getId(), `${host}:${port}`);
  await kafka.start();
  return kafka;
}

/** MongoDB's own image, one node without a replica set. */
export async function startContainerMongo({ port: wanted }: EngineOptions): Promise<MongoEngine> {
  const { host, port } = await place(wanted);
  const { GenericContainer } = await testcontainers();
  const container = await new GenericContainer(MONGO_IMAGE)
    .withExposedPorts({ container: MONGO_PORT, host: port })
    .start();
  const mongodb = new ContainerMongo(container.getId(), `mongodb://${host}:${port}`);
  await mongodb.start();
  return mongodb;
}

async function place(wanted: number | undefined): Promise<{ host: string; port: number }> {
  const { getContainerRuntimeClient } = await testcontainers();
  const { info } = await getContainerRuntimeClient();
  return { host: info.containerRuntime.host, port: wanted ?? (await freePort()) };
}
