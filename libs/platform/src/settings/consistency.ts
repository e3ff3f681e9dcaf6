import { type Settings } from './settings';
import { BadSetting } from './variable';

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/;

/** @throws BadSetting where two settings contradict one another, or one lacks what it needs. */
export function requireConsistent(settings: Settings): void {
  if (settings.auth === 'off' && !LOOPBACK.test(settings.host)) {
    throw new BadSetting(
      'HOST',
      settings.host,
      'a loopback address (127.0.0.1, ::1, localhost) while AUTH=off',
    );
  }
  if (settings.auth === 'api-key' && settings.apiKeysFile === undefined)
    throw new BadSetting('API_KEYS_FILE', '', 'a file of API keys while AUTH=api-key');
  if (settings.auth === 'oidc') requireProvider(settings);
  if ((settings.eventBus === 'kafka') !== (settings.store === 'mongodb'))
    throw new BadSetting('STORE', settings.store, storeBeside(settings.eventBus));
  if (settings.eventBus === 'kafka') requireEngines(settings);
  if (settings.decisionPace === 'instant') refuseWhatTakesTime(settings);
}

function requireProvider({ oidcIssuer, oidcAudience, oidcClientId }: Settings): void {
  const needed = [
    ['OIDC_ISSUER', oidcIssuer, 'the URL of the identity provider'],
    ['OIDC_AUDIENCE', oidcAudience, 'the audience of its access tokens'],
    ['OIDC_CLIENT_ID', oidcClientId, "the console's client at the identity provider"],
  ] as const;
  for (const [name, value, allowed] of needed)
    if (value === undefined) throw new BadSetting(name, '', `${allowed} while AUTH=oidc`);
}

/** What decides at once knows no office hours: officers and outages would silently be left out. */
function refuseWhatTakesTime({ officers, outages }: Settings): void {
  const allowed = 'unset while DECISION_PACE=instant';
  if (officers.size > 0) throw new BadSetting('OFFICERS', [...officers].join(' '), allowed);
  if (outages.length > 0) throw new BadSetting('OUTAGES', `${outages.length} outages`, allowed);
}

function storeBeside(bus: Settings['eventBus']): string {
  return bus === 'kafka' ? 'mongodb while EVENT_BUS=kafka' : 'embedded while EVENT_BUS=embedded';
}

function requireEngines(settings: Settings): void {
  if (settings.auth !== 'off') requireServiceKeys(settings);
  const { kafkaBrokers, mongodbUri, kafkaSaslMechanism, kafkaSaslUsername, kafkaSaslPassword, clock } =
    settings;
  if (kafkaBrokers.length === 0)
    throw new BadSetting('KAFKA_BROKERS', '', 'host:port of some brokers while EVENT_BUS=kafka');
  if (mongodbUri === undefined)
    throw new BadSetting('MONGODB_URI', '', 'a connection string (mongodb://…) while STORE=mongodb');
  if (kafkaSaslMechanism !== 'none' && kafkaSaslUsername === undefined)
    throw new BadSetting(
      'KAFKA_SASL_USERNAME',
      '',
      `a user while KAFKA_SASL_MECHANISM=${kafkaSaslMechanism}`,
    );
  if (kafkaSaslMechanism !== 'none' && kafkaSaslPassword === undefined)
    throw new BadSetting(
      'KAFKA_SASL_PASSWORD',
      '',
      `a password while KAFKA_SASL_MECHANISM=${kafkaSaslMechanism}`,
    );
  if (clock === 'virtual')
    throw new BadSetting(
      'CLOCK',
      clock,
      'system | scaled: a clock that jumps is for one process (npm start)',
    );
}

/** Services know one another by keys, however people sign in. */
function requireServiceKeys({ auth, serviceApiKey, apiKeysFile }: Settings): void {
  if (serviceApiKey === undefined)
    throw new BadSetting('SERVICE_API_KEY', '', `a key with the role service while AUTH=${auth}`);
  if (apiKeysFile === undefined)
    throw new BadSetting('API_KEYS_FILE', '', `a file with the services' keys while AUTH=${auth}`);
}
