/** What was found on this machine. */
export interface Facts {
  readonly docker: boolean;
  /** The major version of Java; undefined where there is none. */
  readonly java: number | undefined;
  readonly javac: boolean;
  readonly maven: boolean;
}

export interface GivenEngines {
  readonly kind: 'given';
  readonly brokers: string;
  readonly uri: string;
}

export interface NoEngines {
  readonly kind: 'none';
  /** One sentence, without its full stop. */
  readonly reason: string;
}

/** Where engines of our own come from. */
export type OwnEngines = { readonly kind: 'docker' } | { readonly kind: 'maven' } | NoEngines;

/** The oldest Java that runs Kafka 4. */
export const OLDEST_JAVA = 17;

/** The engines that the environment names, if it names any: both or neither. */
export function givenEngines(environment: NodeJS.ProcessEnv): GivenEngines | NoEngines | undefined {
  const brokers = environment.KAFKA_BROKERS || undefined;
  const uri = environment.MONGODB_URI || undefined;
  if (brokers !== undefined && uri !== undefined) return { kind: 'given', brokers, uri };
  if (brokers === undefined && uri === undefined) return undefined;
  const [set, missing] =
    uri === undefined ? ['KAFKA_BROKERS', 'MONGODB_URI'] : ['MONGODB_URI', 'KAFKA_BROKERS'];
  return { kind: 'none', reason: `${set} is set but ${missing} is not: set both or neither` };
}

/** Docker before Maven, as its engines are those of production. */
export function chooseOwnEngines(facts: Facts): OwnEngines {
  if (facts.docker) return { kind: 'docker' };
  const lack = lackOfMavenEngines(facts);
  if (lack === undefined) return { kind: 'maven' };
  return {
    kind: 'none',
    reason: `KAFKA_BROKERS and MONGODB_URI are not set, no Docker engine answers, and ${lack}`,
  };
}

function lackOfMavenEngines({ java, javac, maven }: Facts): string | undefined {
  if (java === undefined) return `there is no Java ${OLDEST_JAVA}`;
  if (java < OLDEST_JAVA) return `Java ${java} is older than ${OLDEST_JAVA}`;
  if (!javac) return 'Java is there without its compiler (javac)';
  return maven ? undefined : 'Maven (mvn) is not installed';
}
