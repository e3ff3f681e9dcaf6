/** `transient`: goes away by itself, try again. `configuration`: someone has to change something first. */
export type KafkaFaultKind = 'transient' | 'configuration';

/** What went wrong with Kafka, in one line that says what to look at. */
export class KafkaFault extends Error {
  readonly code: string;
  readonly exitCode: 1 | 2;

  constructor(
    readonly kind: KafkaFaultKind,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.code = `kafka-${kind}`;
    this.exitCode = kind === 'configuration' ? 2 : 1;
  }
}

/** Turns what the client throws into a {@link KafkaFault}. */
export function faultOf(error: unknown): KafkaFault {
  if (error instanceof KafkaFault) return error;
  const traits = causesOf(error);
  const said = firstLine(error);
  if (traits.includes(REFUSED_SIGN_IN) && INTERRUPTED.test(said))
    return new KafkaFault('transient', `the sign-in at Kafka was interrupted (${said})`, error);
  for (const [pattern, advice] of CONFIGURATION) {
    if (traits.some((trait) => pattern.test(trait))) {
      return new KafkaFault('configuration', `${advice} (${said})`, error);
    }
  }
  for (const [pattern, meaning] of TRANSIENT) {
    if (traits.some((trait) => pattern.test(trait)))
      return new KafkaFault('transient', `${meaning} (${said})`, error);
  }
  return new KafkaFault('transient', said, error);
}

const REFUSED_SIGN_IN = 'KafkaJSSASLAuthenticationError';

/** The client calls every failure of a sign-in a refusal, and keeps only the text of what broke it off. */
const INTERRUPTED =
  / failed: (Closed connection|Connection (error|closed|timeout)|Not connected|Request \S+ .*timed out)/;

const CONFIGURATION: readonly (readonly [RegExp, string])[] = [
  [
    /^(KafkaJSSASLAuthenticationError|SASL_AUTHENTICATION_FAILED|UNSUPPORTED_SASL_MECHANISM|ILLEGAL_SASL_STATE)$/,
    'Kafka refuses the sign-in: check KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD',
  ],
  [/_AUTHORIZATION_FAILED$/, 'Kafka denies the access: check the rights of KAFKA_SASL_USERNAME'],
  [
    /^(UNKNOWN_TOPIC_OR_PARTITION|INVALID_TOPIC_EXCEPTION)$/,
    'a topic is missing: run the step that creates the topics (ensureTopics)',
  ],
  [/^INVALID_REPLICATION_FACTOR$/, 'KAFKA_REPLICATION is more than there are brokers'],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    "a broker's certificate is for another host: KAFKA_BROKERS, and advertised.listeners of the brokers, must use a name in it",
  ],
  [
    /^ERR_SSL_.*ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE)$/,
    'the broker asks for a client certificate, which no setting gives: point KAFKA_BROKERS at a listener without ssl.client.auth=required, and sign in with KAFKA_SASL_MECHANISM',
  ],
  [
    /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/,
    'KAFKA_SSL is on, but no TLS is spoken at the port in KAFKA_BROKERS',
  ],
  [
    /SELF_SIGNED_CERT|^UNABLE_TO_(GET_ISSUER_CERT|VERIFY)|^CERT_UNTRUSTED$/,
    "a broker's certificate is signed by an authority that is not trusted: KAFKA_SSL_CA_FILE must hold that authority",
  ],
  [/CERT|^ERR_(TLS|SSL)/, 'TLS to Kafka fails: check KAFKA_SSL and KAFKA_SSL_CA_FILE'],
];

const TRANSIENT: readonly (readonly [RegExp, string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|KafkaJSNoBrokerAvailableError)$/,
    'no broker of KAFKA_BROKERS answers',
  ],
  [
    /^(KafkaJSConnectionClosedError|ECONNRESET)$/,
    'a broker closes the connection; if it goes on doing so, KAFKA_SSL or KAFKA_SASL_MECHANISM does not fit its port',
  ],
  [
    /^NOT_ENOUGH_REPLICAS(_AFTER_APPEND)?$|^REQUEST_TIMED_OUT$/,
    'too few brokers are there to keep a message (min.insync.replicas)',
  ],
];

/** Names, protocol types and codes of an error and of what caused it. */
function causesOf(error: unknown): readonly string[] {
  const traits: string[] = [];
  const seen = new Set<unknown>();
  const visit = (one: unknown): void => {
    if (!(one instanceof Error) || seen.has(one)) return;
    seen.add(one);
    const { name, type, code, cause, errors } = one as FaultTraits;
    for (const trait of [name, type, code]) if (typeof trait === 'string') traits.push(trait);
    visit(cause);
    if (Array.isArray(errors)) errors.forEach(visit);
  };
  visit(error);
  return traits;
}

interface FaultTraits extends Error {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly errors?: unknown;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
