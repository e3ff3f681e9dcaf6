import { verified } from '../../test-support/invented-report';
import { plainReport, plainStatistics } from '../../test-support/plain-report';
import { LatencyHistogram, RunTrack } from '../statistics';

const API_FIELDS = [
  'seed',
  'policy',
  'dossiers',
  'byStatus',
  'mismatches',
  'duplicates',
  'withoutOwner',
  'wallMs',
  'casesPerSecond',
  'peakRssBytes',
  'diskBytes',
  'processingTime',
];

describe('buildReport', () => {
  it('has every field that integrators rely on, also after JSON', () => {
    const report: unknown = JSON.parse(JSON.stringify(plainReport({ diskBytes: 7 })));
    for (const field of API_FIELDS) expect(report).toHaveProperty(field);
    expect(report).toMatchObject({
      seed: 63,
      policy: 'by-filing-date',
      dossiers: 3,
      byStatus: { completed: 3 },
      expectedByStatus: { completed: 3 },
      mismatches: 0,
      verified: true,
      diskBytes: 7,
      startedAt: '2026-11-16T08:00:00.000+07:00',
    });
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('counts faults by what they say of the run', () => {
    const report = plainReport({
      policy: 'nd63',
      verification: verified({
        verified: false,
        dossiers: 3,
        faultCount: 128,
        faultCounts: {
          lost: 4,
          'wrong-end': 3,
          'not-at-rest': 2,
          unanswered: 1,
          duplicate: 110,
          'without-owner': 8,
        },
        faults: Array.from({ length: 120 }, (_, i) => ({ kind: 'duplicate' as const, message: `${i}` })),
      }),
    });
    expect(report).toMatchObject({
      policy: 'nd63',
      verified: false,
      dossiers: 8,
      mismatches: 10,
      duplicates: 110,
      withoutOwner: 8,
      faultCount: 128,
    });
    expect(report.faults).toHaveLength(100);
  });

  it('measures the rate by what has ended, over all legs', () => {
    const track = new RunTrack();
    const sample = { simulatedAt: 0, filed: 3, ended: 3, refused: 0, backlog: 0, rssBytes: 9, cpuMs: 0 };
    track.beginLeg(0);
    track.add({ ...sample, wallMs: 500 });
    track.beginLeg(60_000);
    track.add({ ...sample, wallMs: 1_500 });
    expect(plainReport({ track })).toMatchObject({
      wallMs: 1_500,
      casesPerSecond: 2,
      peakRssBytes: 9,
      diskBytes: null,
      legs: [
        { startedAt: '1970-01-01T07:00:00.000+07:00', fromWallMs: 0, toWallMs: 500 },
        { startedAt: '1970-01-01T07:01:00.000+07:00', fromWallMs: 500, toWallMs: 1_500 },
      ],
    });
  });

  it('leaves out latencies of which there are none', () => {
    const some = LatencyHistogram.empty();
    some.record(1);
    const none = LatencyHistogram.empty().summary();
    const { latency } = plainReport({ latency: { answer: some.summary(), lateness: none } });
    expect(Object.keys(latency ?? {})).toEqual(['answer']);
    expect(plainReport({ latency: { answer: none } })).not.toHaveProperty('latency');
  });

  it('stands without a single case', () => {
    const report = plainReport({ statistics: plainStatistics([]), track: new RunTrack() });
    expect(report).toMatchObject({ dossiers: 0, casesPerSecond: 0, wallMs: 0, processingTime: [] });
  });
});
