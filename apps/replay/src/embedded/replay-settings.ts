import { readSettings, type Settings, toVietnamIso } from '@lienthong/platform';
import { type RunOptions } from '../options/run-options';

/** What a run takes from the environment: nothing that its results follow from. */
const FROM_ENVIRONMENT = ['DURABILITY', 'LOG_LEVEL', 'CONSOLE'] as const;

/**
 * The settings of the embedded system under a run.
 * @param directory of the system's data
 * @param begin where time stands on fresh data (epoch ms)
 * @throws BadSetting in one line, for rates, officers or outages that are not allowed
 */
export function replaySettings(
  { seed, policy, rates, officers, outages }: RunOptions,
  directory: string,
  begin: number,
  env: NodeJS.ProcessEnv = process.env,
): Settings {
  const flags = {
    'data-dir': directory,
    clock: 'virtual',
    start: toVietnamIso(begin),
    sample: '0',
    seed: String(seed),
    policy,
    rates,
    officers,
    outage: outages.length > 0 ? outages.join(',') : undefined,
  };
  const given = Object.entries(flags).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  const chosen = Object.fromEntries(FROM_ENVIRONMENT.map((name) => [name, env[name]]));
  // Nobody watches a run: a console would only make it slower and larger.
  return readSettings({ ...chosen, CONSOLE: chosen['CONSOLE'] ?? 'off' }, given);
}
