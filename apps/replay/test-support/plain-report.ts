import { createGeography } from '@lienthong/geography';
import { buildReport, type ReplayReport, type ReportParts } from '../src/report';
import { OutcomeStatistics, type StatisticsSummary } from '../src/statistics';
import { birthDossier } from '../../../libs/procedures/test-support/dossiers';
import { inventedTrack, verified } from './invented-report';
import { madeOutcome } from './made-outcome';

const HOUR = 3_600_000;
/** Monday 16/11/2026, 08:00 in Vietnam. */
const MONDAY = Date.UTC(2026, 10, 16, 1);

/** One birth case a value: it took so many hours of the clock. */
export function plainStatistics(hours: readonly number[]): StatisticsSummary {
  const statistics = new OutcomeStatistics(
    createGeography(
      'code,name,population\n01,Hà Nội,8000000\n',
      'code,name,provinceCode\n00004,Phường Ba Đình,01\n',
    ),
  );
  for (const taken of hours) {
    statistics.add(
      madeOutcome({
        dossier: birthDossier(['birth-registration']),
        submittedAt: MONDAY,
        status: 'completed',
        courses: [[['agency', taken * HOUR]]],
      }),
    );
  }
  return statistics.summary();
}

/** A report of few cases, with every part replaceable. */
export function plainReport(parts: Partial<ReportParts> = {}): ReplayReport {
  const statistics = parts.statistics ?? plainStatistics([1, 2, 8]);
  return buildReport({
    seed: 63,
    drive: 'embedded',
    options: { births: statistics.dossiers, deaths: 0 },
    versions: {
      program: '0.1.0',
      node: '20.19.0',
      os: 'Linux 6.1',
      cpu: 'Example CPU',
      cores: 2,
      memoryBytes: 2 ** 33,
    },
    startedAt: MONDAY,
    endedAt: MONDAY + HOUR,
    track: inventedTrack(statistics.dossiers),
    verification: verified({ dossiers: statistics.dossiers, byStatus: statistics.byStatus }),
    statistics,
    ...parts,
  });
}
