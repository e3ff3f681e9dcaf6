/** `transient`: goes away by itself, try again. `configuration`: someone has to change something first. */
export type KafkaFaultKind = 'transient' | 'configuration';

/** What went wrong with Kafka, in one line that says what to look at. */
export class KafkaFault extends Error {
  readonly code: string;

  constructor(
    readonly kind: KafkaFaultKind,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.code = `kafka-${kind}`;
  }
}

/** Turns what the client throws into a {@link KafkaFault}. */
export function faultOf(error: unknown): KafkaFault {
  if (error instanceof KafkaFault) return error;
  const traits = causesOf(error);
  const said = firstLine(error);
  for (const [pattern, advice] of CONFIGURATION) {
    if (traits.some((trait) => pattern.test(trait))) {
      return new KafkaFault('configuration', `${advice} (${said})`, error);
    }
  }
  const unreachable = traits.some((trait) => UNREACHABLE.test(trait));
  return new KafkaFault(
    'transient',
    unreachable ? `no broker of KAFKA_BROKERS answers (${said})` : said,
    error,
  );
}

const CONFIGURATION: readonly (readonly [RegExp, string])[] = [
  [
    /^KafkaJSSASLAuthenticationError$|^(SASL_AUTHENTICATION_FAILED|UNSUPPORTED_SASL_MECHANISM|ILLEGAL_SASL_STATE)$/,
    'Kafka refuses the sign-in: check KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD',
  ],
  [/_AUTHORIZATION_FAILED$/, 'Kafka denies the access: check the rights of KAFKA_SASL_USERNAME'],
  [
    /^(UNKNOWN_TOPIC_OR_PARTITION|INVALID_TOPIC_EXCEPTION)$/,
    'a topic is missing: run the step that creates the topics (ensureTopics)',
  ],
  [/^INVALID_REPLICATION_FACTOR$/, 'KAFKA_REPLICATION is more than there are brokers'],
  [/CERT|^UNABLE_TO_VERIFY|^ERR_(TLS|SSL)/, 'TLS to Kafka fails: check KAFKA_SSL and KAFKA_SSL_CA_FILE'],
];

const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|KafkaJSNoBrokerAvailableError)$/;

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
