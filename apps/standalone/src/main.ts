import 'reflect-metadata';
import {
  BadSetting,
  calendarNotice,
  isRefusal,
  readSettings,
  type Settings,
  settingsHelp,
  stopOnSignal,
  writeReadyFile,
} from '@lienthong/platform';
import { formerDataNotice } from './former-data';
import { printProcessingTimes } from './report/print-processing-times';
import { progressBar } from './report/progress-bar';
import { Standalone } from './standalone';

/**
 * `npm start`: the whole system in one process. Exits 2 with one line when it cannot start as asked, 1 when the disk
 * fails, 0 after SIGTERM or SIGINT. Where its data are gone or damaged it takes nothing more and waits to be stopped (1 then).
 */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(`npm start -- [flags]\n\n${settingsHelp()}\n`);
    return;
  }
  try {
    const settings = readSettings(process.env, args);
    if (settings.eventBus !== 'embedded')
      throw new BadSetting(
        'EVENT_BUS',
        settings.eventBus,
        'embedded in one process; npm run start:services runs on Kafka',
      );
    await start(settings);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

async function start(settings: Settings): Promise<void> {
  const notice = formerDataNotice(settings.dataDir);
  if (notice !== undefined) process.stderr.write(`${notice}\n`);
  let serving = false;
  const opening = Standalone.open(settings, (fault) => {
    process.stderr.write(`${fault.message}\n`);
    // Started again by whoever watches over it, it would begin afresh where data are gone: it stays, and says so.
    if (!serving || fault.endsWithRestart) process.exit(1);
  });
  stopOnSignal(opening, (standalone) => standalone.stop());
  const standalone = await opening;
  await run(standalone, settings).catch((error: unknown) => {
    // What a stop in the middle of the start breaks off is no failure.
    if (!standalone.stopping) throw error;
  });
  serving = !standalone.stopping;
}

async function run(standalone: Standalone, settings: Settings): Promise<void> {
  await replaySample(standalone);
  if (standalone.stopping) return;
  const url = await standalone.serve();
  if (settings.readyFile !== undefined) writeReadyFile(settings.readyFile, url);
  const calendar = calendarNotice(settings.clock, standalone.runtime.clock.now(), settings.clockSpeed);
  process.stdout.write(welcome(url, settings, calendar));
}

async function replaySample(standalone: Standalone): Promise<void> {
  const bar = progressBar();
  await standalone.replaySample((filed, dossiers) => bar.update(filed, dossiers));
  if (bar.stop() && !standalone.stopping) await printProcessingTimes(standalone);
}

function welcome(url: string, settings: Settings, calendar: string | undefined): string {
  const { clock, clockSpeed, dataDir } = settings;
  const time = {
    system: 'system time',
    scaled: `scaled clock, ${clockSpeed}× real time`,
    virtual: 'virtual clock, moved by POST /v1/simulation/advance',
  };
  return [
    `Liên thông serves at ${url} (${time[clock]}, data in ${dataDir})`,
    ...(settings.console !== 'off' ? [`  ${url}/console       the operator's console`] : []),
    `  ${url}/docs          the API, to read and to try`,
    `  ${url}/v1/dossiers   submit and list dossiers`,
    `  ${url}/metrics       figures for Prometheus`,
    ...(calendar === undefined ? [] : [calendar]),
    'Ctrl-C stops it; everything acknowledged is on disk.',
    '',
  ].join('\n');
}

if (require.main === module) void main(process.argv.slice(2));
