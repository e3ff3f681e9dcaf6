import { type Geography } from '@lienthong/geography';
import { buildReport, type ReplayReport, type ReportParts } from '../src/report';
import { LatencyHistogram, OutcomeStatistics, RunTrack } from '../src/statistics';
import { type Verification } from '../src/verification/verifier';
import { inventedOutcomes } from './invented-outcomes';

/** A report of outcomes that no system gave: looks like that of a real run of some minutes. */
export function inventedReport(
  geography: Geography,
  {
    births = 1_620,
    deaths = 380,
    ...parts
  }: Partial<ReportParts> & { births?: number; deaths?: number } = {},
): ReplayReport {
  const statistics = new OutcomeStatistics(geography);
  const run = { seed: 63, births, deaths, from: '2024-01-02', to: '2024-10-31' };
  for (const outcome of inventedOutcomes({ ...run, geography })) statistics.add(outcome);
  const summary = statistics.summary();
  return buildReport({
    seed: run.seed,
    drive: 'embedded',
    options: { births, deaths, from: run.from, to: run.to },
    versions: {
      program: '0.1.0',
      node: '20.19.0',
      os: 'Linux 6.1',
      cpu: 'Example CPU',
      cores: 2,
      memoryBytes: 2 ** 33,
    },
    startedAt: Date.UTC(2026, 10, 16, 1),
    endedAt: Date.UTC(2026, 10, 16, 1, 8),
    track: inventedTrack(births + deaths),
    verification: verified({ dossiers: summary.dossiers, byStatus: summary.byStatus }),
    statistics: summary,
    diskBytes: 2_600 * summary.dossiers,
    ...parts,
  });
}

/** A verification that found nothing wrong, unless told otherwise. */
export function verified(parts: Partial<Verification>): Verification {
  return {
    verified: true,
    dossiers: 0,
    byStatus: {},
    expectedByStatus: parts.byStatus ?? {},
    faults: [],
    faultCounts: {},
    faultCount: 0,
    ...parts,
  };
}

/** 400 seconds with a dip in the middle. */
export function inventedTrack(dossiers: number): RunTrack {
  const track = new RunTrack();
  track.beginLeg(Date.UTC(2026, 10, 16, 1));
  let ended = 0;
  for (let second = 1; second <= 400; second++) {
    const rate = (second > 180 && second < 200 ? 0.4 : 1) * (1 + 0.08 * Math.sin(second / 3));
    ended = Math.min(dossiers, ended + (rate * dossiers) / 385);
    track.add({
      wallMs: second * 1_000,
      simulatedAt: Date.UTC(2024, 0, 2) + second * 65_000_000,
      filed: Math.min(dossiers, Math.round(ended * 1.02)),
      ended: Math.round(ended),
      refused: 0,
      backlog: Math.round(200 + 150 * Math.sin(second / 11)),
      rssBytes: 250e6 + 1e6 * Math.min(second, 300) + 2e7 * Math.sin(second / 5),
      cpuMs: second * 1_420,
    });
  }
  return track;
}

/** Latencies spread about a median (ms). */
export function inventedLatency(count: number, medianMs: number): LatencyHistogram {
  const histogram = LatencyHistogram.empty();
  for (let i = 0; i < count; i++) {
    const share = (i + 0.5) / count;
    histogram.record(medianMs * Math.exp(0.6 * Math.log(share / (1 - share))));
  }
  return histogram;
}
