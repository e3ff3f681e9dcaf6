import {
  isRefusal,
  readSettings,
  type Settings,
  settingsHelp,
  stopOnSignal,
  writeReadyFile,
} from '@lienthong/platform';
import { Fleet } from './fleet';

/** What `npm run infra:up` starts. */
const LOCAL_ENGINES = {
  EVENT_BUS: 'kafka',
  STORE: 'mongodb',
  KAFKA_BROKERS: '127.0.0.1:9092',
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
};

/**
 * `npm run start:services`: every service as processes of their own on this machine, on Kafka and MongoDB. Exits 2
 * with one line when it cannot start as asked, 0 after SIGTERM or SIGINT once all of them have drained.
 */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(`npm run start:services -- [flags]\n\n${settingsHelp()}\n`);
    return;
  }
  try {
    const env = { ...LOCAL_ENGINES, ...process.env };
    const settings = readSettings(env, args);
    await run(settings, { ...env, ...environmentOf(settings) });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(isRefusal(error) ? 2 : 1);
  }
}

async function run(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  const fleet = await Fleet.plan({
    settings,
    env,
    onCrash: ({ options: { name, replica } }, how) =>
      process.stderr.write(`${name} ${replica} ended (${how}) and is started again\n`),
  });
  stopOnSignal(Promise.resolve(fleet), async (it) => void (await it.stop()));
  const prepared = await fleet.prepare();
  if (prepared !== 0) process.exit(prepared);
  await fleet.start().catch(async (error: unknown) => {
    await fleet.stop();
    throw error;
  });
  if (settings.readyFile !== undefined) writeReadyFile(settings.readyFile, fleet.url);
  process.stdout.write(welcome(fleet, settings));
}

/** What flags have set, as the services read it. */
function environmentOf({ clock, clockSpeed, clockStart, seed, policy }: Settings): NodeJS.ProcessEnv {
  return {
    CLOCK: clock,
    CLOCK_SPEED: String(clockSpeed),
    SEED: String(seed),
    ...(clockStart !== undefined && { CLOCK_START: new Date(clockStart).toISOString() }),
    ...(policy !== undefined && { POLICY: policy }),
  };
}

function welcome(fleet: Fleet, { clock, clockSpeed, kafkaBrokers }: Settings): string {
  const time = clock === 'scaled' ? `scaled clock, ${clockSpeed}× real time` : 'system time';
  const rows = fleet.children.map(
    ({ options: { name, replica }, url, pid }) => `  ${`${name} ${replica}`.padEnd(20)} ${url}  pid ${pid}`,
  );
  return [
    `Liên thông serves at ${fleet.url} (${time}, Kafka at ${kafkaBrokers.join(',')})`,
    ...rows,
    'Ctrl-C stops them all; what is in hand is finished first.',
    '',
  ].join('\n');
}

if (require.main === module) void main(process.argv.slice(2));
