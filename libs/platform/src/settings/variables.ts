import { CLOCK_KINDS } from '@lienthong/clock';
import { POLICY_IDS } from '@lienthong/contracts';
import { AUTH_VARIABLES } from './auth.variables';
import { EDGE_VARIABLES } from './edge.variables';
import { ENGINE_VARIABLES } from './engine.variables';
import { type Settings } from './settings';
import { instant, integer, oneOf, text, type Variable } from './variable';
import { WHAT_IF_VARIABLES } from './what-if.variables';

/** Data of a checkout lie beside the sources, out of the way of what is cleaned by hand. */
export const DEFAULT_DATA_DIR = './.data';
const MAX_SAFE_SEED = 2 ** 32 - 1;

/** Every setting there is, with its environment variable and its flag. */
export const VARIABLES: { readonly [Name in keyof Settings]: Variable<Settings[Name]> } = {
  port: integer(
    { env: 'PORT', flag: 'port', help: 'TCP port to serve on; 0 takes a free one' },
    0,
    65_535,
    3000,
  ),
  host: text({ env: 'HOST', flag: 'host', help: 'address to serve on' }, '127.0.0.1'),
  dataDir: text(
    { env: 'DATA_DIR', flag: 'data-dir', help: 'directory that keeps everything' },
    DEFAULT_DATA_DIR,
  ),
  clock: oneOf(
    { env: 'CLOCK', flag: 'clock', help: 'which time the simulation lives in' },
    CLOCK_KINDS,
    'scaled',
  ),
  clockSpeed: integer(
    { env: 'CLOCK_SPEED', flag: 'speed', help: 'simulated seconds a real second, scaled clock' },
    1,
    1_000_000,
    3600,
  ),
  clockStart: instant({
    env: 'CLOCK_START',
    flag: 'start',
    help: 'where simulated time begins on an empty store; default: now',
  }),
  sample: integer(
    { env: 'SAMPLE', flag: 'sample', help: 'dossiers of the sample to replay first; 0 starts empty' },
    0,
    100_000,
    500,
  ),
  seed: integer(
    { env: 'SEED', flag: 'seed', help: 'what decisions and the sample follow from' },
    0,
    MAX_SAFE_SEED,
    63,
  ),
  policy: oneOf(
    {
      env: 'POLICY',
      flag: 'policy',
      help: 'policy profile of every dossier; default: that of its filing date',
    },
    POLICY_IDS,
    undefined,
  ),
  agencyMode: oneOf(
    { env: 'AGENCY_MODE', help: 'who decides: the decision model or officers by HTTP' },
    ['auto', 'manual'],
    'auto',
  ),
  decisionPace: oneOf(
    { env: 'DECISION_PACE', help: 'instant skips office hours (benchmarks)' },
    ['instant', 'working-time'],
    'working-time',
  ),
  ...WHAT_IF_VARIABLES,
  durability: oneOf({ env: 'DURABILITY', help: 'full syncs every commit' }, ['full', 'normal'], 'full'),
  ...ENGINE_VARIABLES,
  ...AUTH_VARIABLES,
  ...EDGE_VARIABLES,
  console: oneOf(
    { env: 'CONSOLE', help: "the operators' console; rebuild reads every case's history into it anew" },
    ['on', 'off', 'rebuild'],
    'on',
  ),
  replicas: integer(
    { env: 'REPLICAS', flag: 'replicas', help: 'processes of each service (start:services)' },
    1,
    16,
    1,
  ),
  otlpEndpoint: text(
    { env: 'OTEL_EXPORTER_OTLP_ENDPOINT', help: 'OpenTelemetry collector, OTLP over HTTP' },
    undefined,
  ),
  logLevel: oneOf(
    { env: 'LOG_LEVEL', help: 'what is logged' },
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    'warn',
  ),
  readyFile: text(
    { env: 'READY_FILE', flag: 'ready-file', help: 'file that gets { "url", "pid" } once it serves' },
    undefined,
  ),
};
