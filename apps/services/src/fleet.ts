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
  'console',
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
  /** The folder of the compiled apps; by default the one that this file was compiled to. */
  readonly apps?: string;
  /** An open file for what the processes write to standard error; unset: this process's own. */
  readonly log?: number;
}

/** Every service as processes on this machine, the gateway at the one public address. */
export class Fleet {
  private constructor(
    readonly children: readonly ChildService[],
    private readonly prepares: Pick<ChildService['options'], 'main' | 'env' | 'log'>,
  ) {}

  /** Gives every process its address. Nothing runs yet. */
  static async plan(options: FleetOptions): Promise<Fleet> {
    const ports = await assignPorts(options.settings);
    const urls = [...ports].map(
      ([name, of]) => `${name}=${of.map((port) => `http://127.0.0.1:${port}`).join('|')}`,
    );
    const { apps = join(__dirname, '..', '..'), log, onCrash } = options;
    const env = { ...options.env, SERVICE_URLS: urls.join(' '), HOST: '127.0.0.1', READY_FILE: '' };
    const children = [...ports].flatMap(([name, of]) =>
      of.map(
        (port, i) =>
          new ChildService({
            name,
            replica: i + 1,
            main: join(apps, name, 'src', 'main.js'),
            port,
            env,
            log,
            onCrash,
          }),
      ),
    );
    return new Fleet(children, { main: join(apps, 'services', 'src', 'prepare.js'), env, log });
  }

  /** Topics and indexes, once for all services, before any of them runs. Resolves with the exit code. */
  async prepare(): Promise<number> {
    const { main, env, log = 'inherit' } = this.prepares;
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', log] });
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

  /** Resolves with how each of the children ended. */
  stop(): Promise<readonly string[]> {
    return Promise.all(this.children.map((child) => child.stop(STOP_MS)));
  }
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
