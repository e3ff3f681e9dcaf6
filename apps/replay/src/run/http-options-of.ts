import { type HttpOptions, readHttpOptions } from '../http';
import { type LegOptions, type RunOptions } from '../options/run-options';

/** The key to show to a gateway that asks for one: not on the command line, which others can see. */
const API_KEY = 'API_KEY';

/**
 * How a leg of a run drives its gateway; undefined where it has none.
 * @throws BadOption in one line, for options that contradict each other
 */
export function httpOptionsOf(
  { target, seed }: RunOptions,
  { http, speed, sampleEveryMs }: LegOptions,
  env: NodeJS.ProcessEnv = process.env,
): HttpOptions | undefined {
  if (target === undefined) return undefined;
  const apiKey = env[API_KEY];
  return readHttpOptions({ ...http, target }, { speed, seed, sampleEveryMs, ...(apiKey ? { apiKey } : {}) });
}
