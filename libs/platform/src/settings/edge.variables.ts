import { type Settings } from './settings';
import { integer, type Variable } from './variable';

type EdgeSetting = 'allowedHosts' | 'rateLimit' | 'streamsPerCaller' | 'maxConnections';

const HOST_NAME = /^([a-z\d]([a-z\d-]*[a-z\d])?)(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$|^\[[\da-f:]+\]$/;

/** By which names, how often and how many at once the server may be called. */
export const EDGE_VARIABLES: { readonly [Name in EdgeSetting]: Variable<Settings[Name]> } = {
  allowedHosts: {
    env: 'ALLOWED_HOSTS',
    help: 'host names, beside loopback ones, that a reverse proxy is reached by',
    fallback: [],
    allowed: 'host names without port, separated by commas',
    parse: (value) => {
      const names = value.split(',').map((name) => name.trim().toLowerCase());
      return names.every((name) => HOST_NAME.test(name)) ? names : undefined;
    },
  },
  rateLimit: integer(
    { env: 'RATE_LIMIT', help: 'requests a second of one caller, unless AUTH=off; 0: no limit' },
    0,
    1_000_000,
    1_000,
  ),
  streamsPerCaller: integer(
    { env: 'STREAMS_PER_CALLER', help: 'event streams of one caller at once, unless AUTH=off' },
    1,
    10_000,
    100,
  ),
  maxConnections: integer({ env: 'MAX_CONNECTIONS', help: 'connections open at once' }, 1, 1_000_000, 10_000),
};
