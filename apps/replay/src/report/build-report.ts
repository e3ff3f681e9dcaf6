import { type PolicyId } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type LatencySummary, type RunTrack, type StatisticsSummary } from '../statistics';
import { type FaultKind } from '../verification/fault';
import { type Verification } from '../verification/verifier';
import {
  type Drive,
  type HttpReport,
  type KneeReport,
  type LatencyReport,
  type ReplayReport,
  type Versions,
} from './replay-report';
import { throughputOf } from './throughput';

const FAULTS_KEPT = 100;
/** The kinds of fault by which a dossier did not reach its expected end. */
const MISMATCHES: readonly FaultKind[] = ['wrong-end', 'lost', 'unanswered', 'not-at-rest'];

/** What a report is put together from. */
export interface ReportParts {
  readonly seed: number;
  /** Unset: that of each dossier's filing date. */
  readonly policy?: PolicyId;
  readonly drive: Drive;
  /** What the run follows from, by the names on the command line. */
  readonly options: ReplayReport['options'];
  readonly versions: Versions;
  /** Real time, epoch ms. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly track: RunTrack;
  readonly verification: Verification;
  readonly statistics: StatisticsSummary;
  /** Unset: what the track's samples show. */
  readonly peakRssBytes?: number;
  /** Unset where it cannot be seen. */
  readonly diskBytes?: number;
  readonly latency?: LatencyReport;
  readonly http?: HttpReport;
  readonly knee?: KneeReport;
}

/** The report of a run that has ended. */
export function buildReport(parts: ReportParts): ReplayReport {
  const { verification, statistics, track } = parts;
  const count = (kind: FaultKind): number => verification.faultCounts[kind] ?? 0;
  const { wallMs } = track;
  const ended = statistics.dossiers - statistics.open;
  const latency = filled(parts.latency);
  return {
    format: 1,
    seed: parts.seed,
    policy: parts.policy ?? 'by-filing-date',
    dossiers: verification.dossiers + count('lost') + count('unanswered'),
    byStatus: verification.byStatus,
    expectedByStatus: verification.expectedByStatus,
    verified: verification.verified,
    mismatches: MISMATCHES.reduce((sum, kind) => sum + count(kind), 0),
    duplicates: count('duplicate'),
    withoutOwner: count('without-owner'),
    faultCount: verification.faultCount,
    faultsByKind: verification.faultCounts,
    faults: verification.faults.slice(0, FAULTS_KEPT),
    wallMs,
    casesPerSecond: wallMs === 0 ? 0 : (ended / wallMs) * 1_000,
    peakRssBytes: parts.peakRssBytes ?? track.peakRssBytes,
    diskBytes: parts.diskBytes ?? null,
    processingTime: statistics.groups,
    drive: parts.drive,
    options: parts.options,
    versions: parts.versions,
    startedAt: toVietnamIso(parts.startedAt),
    endedAt: toVietnamIso(parts.endedAt),
    legs: track.state().legs.map(({ startedAt, ...leg }) => ({ startedAt: toVietnamIso(startedAt), ...leg })),
    throughput: throughputOf(track.course()),
    ...(latency ? { latency } : {}),
    ...(parts.http ? { http: parts.http } : {}),
    ...(parts.knee ? { knee: parts.knee } : {}),
    statistics,
  };
}

/** Latencies of which there are some; undefined where there are none at all. */
function filled(latency: LatencyReport = {}): LatencyReport | undefined {
  const entries = Object.entries(latency) as [keyof LatencyReport, LatencySummary][];
  const some = entries.filter(([, { count }]) => count > 0);
  return some.length === 0 ? undefined : Object.fromEntries(some);
}
