import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Settings } from '@lienthong/platform';
import { type ServiceName } from '@lienthong/service-host';
import { ChildService } from './child-service';

export const SERVICE_NAMES: readonly ServiceName[] = [
  'orchestrator',
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
  'judicial-records',
  'gateway',
];

const READY_MS = 90_000;
/** A little longer than a service takes to drain at most. */
const STOP_MS = 25_000;

export interface FleetOptions {
  readonly settings: Pick<Settings, 'port' | 'replicas'>;
  /** Handed on to every service. */
  readonly env: NodeJS.ProcessEnv;
  readonly onCrash: (child: ChildService, how: string) => void;
}

/** Every service as processes on this machine, the gateway at the one public address. */
export class Fleet {
  private constructor(
    readonly children: readonly ChildService[],
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Gives every process its address. Nothing runs yet. */
  static async plan(options: FleetOptions): Promise<Fleet> {
    const ports = await assignPorts(options.settings);
    const urls = [...ports].map(
      ([name, of]) => `${name}=${of.map((port) => `http://127.0.0.1:${port}`).join('|')}`,
    );
    const env = { ...options.env, SERVICE_URLS: urls.join(' '), HOST: '127.0.0.1', READY_FILE: '' };
    const children = [...ports].flatMap(([name, of]) =>
      of.map(
        (port, i) =>
          new ChildService({ name, replica: i + 1, main: mainOf(name), port, env, onCrash: options.onCrash }),
      ),
    );
    return new Fleet(children, env);
  }

  /** Topics and indexes, once for all services, before any of them runs. Resolves with the exit code. */
  async prepare(): Promise<number> {
    const child = spawn(process.execPath, [join(__dirname, 'prepare.js')], {
      env: this.env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  }

  /** Starts everything and resolves once all of it takes requests. */
  async start(): Promise<void> {
    for (const child of this.children) child.start();
    await Promise.all(this.children.map((child) => child.ready(READY_MS)));
  }

  get url(): string {
    return this.children.find(({ options }) => options.name === 'gateway')?.url ?? '';
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop(STOP_MS)));
  }
}

function mainOf(name: ServiceName): string {
  return join(__dirname, '..', '..', name, 'src', 'main.js');
}

/** The first gateway has the public port, everybody else some free one, for good. */
async function assignPorts({
  port,
  replicas,
}: FleetOptions['settings']): Promise<ReadonlyMap<ServiceName, readonly number[]>> {
  const free = await freePorts(SERVICE_NAMES.length * replicas);
  return new Map(
    SERVICE_NAMES.map((name, i) => {
      const own = free.slice(i * replicas, (i + 1) * replicas);
      return [name, name === 'gateway' && port !== 0 ? [port, ...own.slice(1)] : own] as const;
    }),
  );
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { readonly port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
