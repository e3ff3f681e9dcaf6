import {
  BadSetting,
  isRefusal,
  readSettings,
  type Settings,
  settingsHelp,
  stopOnSignal,
  writeReadyFile,
} from '@lienthong/platform';
import { type ServiceDefinition } from './service-definition';
import { ServiceProcess } from './service-process';

/** Real ms within which a stopping service must have drained. Whoever stops it should wait longer before killing it. */
const DRAIN_MS = 20_000;

/**
 * The whole `main` of a service: serves until SIGTERM or SIGINT, then drains and exits 0. Exits 2 with one line when it
 * cannot start as asked.
 */
export async function runService(definition: ServiceDefinition): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${definition.name} [flags]\n\n${settingsHelp()}\n`);
    return;
  }
  await orExit(definition.name, () => serve(definition, settingsOf(args)));
}

/**
 * The whole `main` of the step before a new version's services start: creates the topics and every service's indexes.
 * May be run again, and by several at once.
 */
export async function prepareServices(definitions: readonly ServiceDefinition[]): Promise<void> {
  await orExit('prepare', async () => {
    const settings = settingsOf(process.argv.slice(2));
    for (const definition of definitions) {
      const service = await ServiceProcess.open(definition, settings);
      await service.prepare().finally(() => service.stop());
    }
  });
}

async function serve(definition: ServiceDefinition, settings: Settings): Promise<void> {
  const opening = ServiceProcess.open(definition, settings);
  stopOnSignal(opening, (service) => service.stop(), DRAIN_MS);
  const service = await opening;
  const url = await service.serve();
  if (settings.readyFile !== undefined) writeReadyFile(settings.readyFile, url);
  process.stdout.write(`${definition.name} serves at ${url}\n`);
}

async function orExit(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const refused = isRefusal(error);
    process.stderr.write(`${name}: ${refused ? error.message : (error as Error).stack}\n`);
    process.exit(refused ? 2 : 1);
  }
}

function settingsOf(args: readonly string[]): Settings {
  const settings = readSettings(process.env, args);
  if (settings.eventBus === 'kafka') return settings;
  throw new BadSetting(
    'EVENT_BUS',
    settings.eventBus,
    'kafka (with STORE=mongodb) for a service in a process of its own; npm start runs all in one on embedded',
  );
}
