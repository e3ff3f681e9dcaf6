import { type CaseStatus, type PolicyId } from '@lienthong/contracts';
import { type GroupTimes, type LatencySummary, type StatisticsSummary } from '../statistics';
import { type Fault, type FaultKind } from '../verification/fault';

/** `embedded`: the whole system in this process; `http`: a gateway over the network. */
export type Drive = 'embedded' | 'http';

/** What ran where. */
export interface Versions {
  /** Of this program. */
  readonly program: string;
  readonly node: string;
  readonly os: string;
  readonly cpu: string;
  /** Logical processors. */
  readonly cores: number;
  readonly memoryBytes: number;
}

/** One stretch of the run between a start and a stop; a run that was never interrupted has one. */
export interface ReportedLeg {
  /** ISO 8601 with `+07:00`. */
  readonly startedAt: string;
  /** The run's real time at its beginning and end, stops left out (ms). */
  readonly fromWallMs: number;
  readonly toWallMs: number;
}

/** One stretch of the course of the run; rates are means over it. */
export interface ThroughputPoint {
  /** Its end in the run's real time (ms). */
  readonly wallMs: number;
  /** The replayed time at its end, ISO 8601 with `+07:00`. */
  readonly simulatedAt: string;
  /** Dossiers filed, cases ended and submissions turned away, a second. */
  readonly filedPerSecond: number;
  readonly endedPerSecond: number;
  readonly refusedPerSecond: number;
  /** Most messages that waited. */
  readonly backlog: number;
  /** Most memory (bytes). */
  readonly rssBytes: number;
  /** Processors kept busy; 0 where it cannot be seen. */
  readonly cpuCores: number;
}

export interface ThroughputReport {
  /** Cases ended a second over the whole run. */
  readonly mean: number;
  /** The most in one of the `points`. */
  readonly peak: number;
  readonly points: readonly ThroughputPoint[];
}

/** In real time, ms. */
export interface LatencyReport {
  /** From the instant at which a dossier was to be sent to the acknowledgement (202). */
  readonly answer?: LatencySummary;
  /** From the sending of the acknowledged request to its answer. */
  readonly service?: LatencySummary;
  /** How long after its intended instant a dossier was sent. */
  readonly lateness?: LatencySummary;
  /** Data availability: from the acknowledgement until a query shows the dossier. */
  readonly availability?: LatencySummary;
  /** From the acknowledgement until a query shows that the case was accepted (tiếp nhận). */
  readonly accepted?: LatencySummary;
}

/** What happened between the client and the gateway, in numbers of dossiers unless the name says otherwise. */
export interface HttpReport {
  readonly sent: number;
  /** Acknowledged with 202. */
  readonly accepted: number;
  /** Answers 429 and 503, which asked to come again later. */
  readonly refused429: number;
  readonly refused503: number;
  /** Time that dossiers waited because of that, all together (ms). */
  readonly refusedWaitMs: number;
  /** Requests sent again because no answer or another 5xx came. */
  readonly retried: number;
  /** Sent more than 10 ms after their intended instant: the client was the limit. */
  readonly lateSends: number;
  /** Rejected, or never answered. */
  readonly failed: number;
}

export type KneeVerdict = 'sustained' | 'latency' | 'lag' | 'refusals' | 'errors' | 'client';

/** One rate that the adaptive mode tried. */
export interface KneeStep {
  /** Dossiers a second. */
  readonly offeredRate: number;
  readonly acceptedRate: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Messages that waited at its end; null where the target does not tell. */
  readonly lag: number | null;
  /** `sustained`, or what passed its bound first. */
  readonly verdict: KneeVerdict;
}

export interface KneeReport {
  /** In the order in which they were tried. */
  readonly steps: readonly KneeStep[];
  /** Highest rate that was sustained (dossiers a second); null where none was. */
  readonly knee: number | null;
  /** What bent first above it; null where nothing did. */
  readonly bentFirst: Exclude<KneeVerdict, 'sustained'> | null;
}

/** What a replay came to: the JSON that `--json` writes. Counts are numbers of dossiers unless the name says otherwise. */
export interface ReplayReport {
  /** Version of this format. */
  readonly format: 1;
  readonly seed: number;
  /** The profile of every case, or that of each one's filing date. */
  readonly policy: PolicyId | 'by-filing-date';
  /** Dossiers of the source. */
  readonly dossiers: number;
  /** As the system has them. */
  readonly byStatus: { readonly [status in CaseStatus]?: number };
  /** As they had to be. */
  readonly expectedByStatus: { readonly [status in CaseStatus]?: number };
  /** Whether every dossier was checked and nothing was wrong. */
  readonly verified: boolean;
  /** Ends that are not the expected ones, dossiers lost, unanswered or not at rest. */
  readonly mismatches: number;
  /** Numbers, certificates, cards or decisions given out twice. */
  readonly duplicates: number;
  /** Open cases that nobody will move on. */
  readonly withoutOwner: number;
  /** All faults, of whatever kind. */
  readonly faultCount: number;
  readonly faultsByKind: { readonly [kind in FaultKind]?: number };
  /** The first 100. */
  readonly faults: readonly Fault[];
  /** Real time from the first filing until all cases rested, stops left out (ms). */
  readonly wallMs: number;
  /** Cases ended a second of `wallMs`. */
  readonly casesPerSecond: number;
  /** Most memory of the process that is driven; of this process where that cannot be seen (bytes). */
  readonly peakRssBytes: number;
  /** Of the data directory at the end; null where it cannot be seen (bytes). */
  readonly diskBytes: number | null;
  /** Whole cases beside their lawful limits. */
  readonly processingTime: readonly GroupTimes[];
  readonly drive: Drive;
  /** What the run follows from, by the names on the command line. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly versions: Versions;
  /** ISO 8601 with `+07:00`, real time. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly legs: readonly ReportedLeg[];
  readonly throughput: ThroughputReport;
  /** Over HTTP only. */
  readonly latency?: LatencyReport;
  /** Over HTTP only. */
  readonly http?: HttpReport;
  /** In adaptive mode only. */
  readonly knee?: KneeReport;
  readonly statistics: StatisticsSummary;
}
