import { type ClockKind } from '@lienthong/clock';
import { type LinkedAgencyId, type PolicyId } from '@lienthong/contracts';
import { type RateShares } from '@lienthong/simulation';
import { type AgencyOutage } from './agency-outage';

/** What the environment and the command line chose, read once at the start and frozen. Also the injection token. */
export abstract class Settings {
  abstract readonly port: number;
  abstract readonly host: string;
  abstract readonly dataDir: string;
  abstract readonly clock: ClockKind;
  /** How much faster than real time the scaled clock runs. */
  abstract readonly clockSpeed: number;
  /** Where simulated time begins on an empty store (epoch ms); unset: now. */
  abstract readonly clockStart: number | undefined;
  /** Dossiers of the bundled sample that are replayed at the first start. */
  abstract readonly sample: number;
  abstract readonly seed: number;
  /** Unset: every dossier takes the profile of its filing date. */
  abstract readonly policy: PolicyId | undefined;
  /** `manual`: officers decide by HTTP; `auto`: the decision model or the dossier's script. */
  abstract readonly agencyMode: 'auto' | 'manual';
  /** `instant` skips office hours and working time (benchmarks); `working-time` is the simulation. */
  abstract readonly decisionPace: 'instant' | 'working-time';
  /** What-if: planning values that replace those of every policy, for everything that draws. */
  abstract readonly rates: Partial<RateShares>;
  /** What-if: officers at each office of an agency, where the model decides; an agency that is not named has no limit. */
  abstract readonly officers: ReadonlyMap<LinkedAgencyId, number>;
  /** What-if: times in which an agency's system does nothing. */
  abstract readonly outages: readonly AgencyOutage[];
  /** `full` syncs every commit to the disk; `normal` may lose the last commits in a power cut. */
  abstract readonly durability: 'full' | 'normal';
  abstract readonly eventBus: 'embedded' | 'kafka';
  abstract readonly store: 'embedded' | 'mongodb';
  /** `host:port` of some brokers; empty on the embedded bus. */
  abstract readonly kafkaBrokers: readonly string[];
  /** What every topic and consumer group is named with, for clusters that are shared. */
  abstract readonly kafkaTopicPrefix: string;
  /** Partitions of a topic: the most replicas of a service that can share its work. Fixed once the topics exist. */
  abstract readonly kafkaPartitions: number;
  abstract readonly kafkaReplication: number;
  abstract readonly kafkaRetentionHours: number;
  abstract readonly kafkaSsl: 'off' | 'on';
  /** PEM file of the authority that signed the brokers' certificates; unset: the system's. */
  abstract readonly kafkaSslCaFile: string | undefined;
  abstract readonly kafkaSaslMechanism: 'none' | 'plain' | 'scram-sha-256' | 'scram-sha-512';
  abstract readonly kafkaSaslUsername: string | undefined;
  abstract readonly kafkaSaslPassword: string | undefined;
  abstract readonly mongodbUri: string | undefined;
  /** Each service keeps its own database, `<prefix>_<service>`. */
  abstract readonly mongodbDatabasePrefix: string;
  /** Where the services of other processes answer, by name; several replicas have several URLs. */
  abstract readonly serviceUrls: ReadonlyMap<string, readonly string[]>;
  /** What this process shows to the other services where they ask for a key. */
  abstract readonly serviceApiKey: string | undefined;
  /** `api-key`: callers show keys of {@link apiKeysFile}; `oidc`: an identity provider's tokens, and keys where there is a file. */
  abstract readonly auth: 'off' | 'api-key' | 'oidc';
  abstract readonly apiKeysFile: string | undefined;
  /** The identity provider, exactly as the claim `iss` of its tokens names it. Set with `AUTH=oidc`, as are the next two. */
  abstract readonly oidcIssuer: string | undefined;
  /** What the claim `aud` of an access token must hold. */
  abstract readonly oidcAudience: string | undefined;
  /** Public client that the console signs people in by (code flow with PKCE). */
  abstract readonly oidcClientId: string | undefined;
  /** Unset: the issuer's discovery document says. */
  abstract readonly oidcJwksUri: string | undefined;
  abstract readonly oidcScope: string;
  /** Names of claims, or paths of names with dots. */
  abstract readonly oidcRolesClaim: string;
  abstract readonly oidcAgencyClaim: string;
  abstract readonly oidcOfficesClaim: string;
  /** Host names in lower case, beside loopback ones, that the server is reached by or that pages which call it are served from. */
  abstract readonly allowedHosts: readonly string[];
  /** Requests that one caller may send a second to this process; 0: no limit. */
  abstract readonly rateLimit: number;
  /** Event streams of one kind that one caller may hold open at this process. */
  abstract readonly streamsPerCaller: number;
  /** Connections that this process holds open at once. */
  abstract readonly maxConnections: number;
  /** `off`: no read model, no page (replays and benchmarks); `rebuild`: on, after every case's history was read anew. */
  abstract readonly console: 'on' | 'off' | 'rebuild';
  /** Processes of each service that `start:services` runs. */
  abstract readonly replicas: number;
  /** OpenTelemetry collector (OTLP over HTTP); unset: no tracing. */
  abstract readonly otlpEndpoint: string | undefined;
  abstract readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** File that gets `{ "url", "pid" }` once the process serves. */
  abstract readonly readyFile: string | undefined;
}
