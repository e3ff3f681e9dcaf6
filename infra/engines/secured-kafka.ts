import { join } from 'node:path';
import { type CertificateAuthority, makeAuthority } from './certificates';
import { type EngineOptions, HOST, type KafkaEngine } from './engine';
import { startMavenKafka } from './maven-kafka';
import { freePort } from './ports';

/** A broker with one listener for each way in which clients may reach a broker; the certificate is for its IP address only. */
export interface SecuredKafka extends KafkaEngine {
  readonly authority: CertificateAuthority;
  /** SASL over TLS, with PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512. */
  readonly sasl: string;
  /** TLS without a sign-in. */
  readonly tls: string;
  /** TLS with a certificate of the client. */
  readonly mutual: string;
  /** The one user of all mechanisms. */
  readonly user: { readonly username: string; readonly password: string };
}

const USER = { username: 'lienthong', password: 'pass-word' };
const SCRAM = ['SCRAM-SHA-256', 'SCRAM-SHA-512'];
const SECURITY = 'org.apache.kafka.common.security';

/** As a Java process. `brokers` is a plain listener, as the broker itself uses it. @throws EngineError */
export async function startSecuredKafka(options: EngineOptions): Promise<SecuredKafka> {
  const port = options.port ?? (await freePort());
  const controllerPort = await freePort();
  const authority = await makeAuthority(join(options.directory, 'certificates'));
  const own = await authority.issue('broker', [HOST]);
  const names = ['SASL', 'TLS', 'MUTUAL'] as const;
  const ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await freePort()])),
  ) as Record<(typeof names)[number], number>;
  const listeners = [
    `PLAINTEXT://${HOST}:${port}`,
    ...names.map((name) => `${name}://${HOST}:${ports[name]}`),
  ];
  const kafka = await startMavenKafka(
    { ...options, port },
    {
      controllerPort,
      settings: {
        listeners: [...listeners, `CONTROLLER://${HOST}:${controllerPort}`].join(','),
        'advertised.listeners': listeners.join(','),
        'listener.security.protocol.map':
          'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL:SASL_SSL,TLS:SSL,MUTUAL:SSL',
        'ssl.keystore.location': own.file,
        'ssl.keystore.password': own.password,
        'ssl.truststore.type': 'PEM',
        'ssl.truststore.location': authority.pemFile,
        'listener.name.mutual.ssl.client.auth': 'required',
        'sasl.enabled.mechanisms': ['PLAIN', ...SCRAM].join(','),
        'listener.name.sasl.plain.sasl.jaas.config': `${SECURITY}.plain.PlainLoginModule required user_${USER.username}="${USER.password}";`,
        ...Object.fromEntries(
          SCRAM.map((mechanism) => [
            `listener.name.sasl.${mechanism.toLowerCase()}.sasl.jaas.config`,
            `${SECURITY}.scram.ScramLoginModule required;`,
          ]),
        ),
      },
      format: SCRAM.flatMap((mechanism) => [
        '--add-scram',
        `${mechanism}=[name=${USER.username},password=${USER.password}]`,
      ]),
    },
  );
  const at = (name: (typeof names)[number]): string => `${HOST}:${ports[name]}`;
  return Object.assign(kafka, {
    authority,
    sasl: at('SASL'),
    tls: at('TLS'),
    mutual: at('MUTUAL'),
    user: USER,
  });
}
