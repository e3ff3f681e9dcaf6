import { verified } from '../../test-support/invented-report';
import { plainReport, plainStatistics } from '../../test-support/plain-report';
import { RunTrack } from '../statistics';
import { printSummary } from './print-summary';

describe('printSummary', () => {
  it('says first that all is well, then the figures', () => {
    const lines = printSummary(plainReport({ diskBytes: 2_048 })).split('\n');
    expect(lines[0]).toBe('PASS (đạt)  All 3 dossiers reached their expected end.');
    expect(lines.slice(2, 7)).toEqual([
      'Ends                3 completed',
      'Real time           6 min 40 s, 0.0075 cases a second',
      'On time (đúng hạn)  100.0 %',
      'Peak memory         544 MiB',
      'Disk                2 KiB',
    ]);
    expect(lines.join('\n')).toMatch(/Birth \(khai sinh\) │ nd63 +│ +3 │ +0\.25 │/);
  });

  it('lists the first faults and says how many more there are', () => {
    const verification = verified({
      verified: false,
      dossiers: 3,
      faultCount: 7,
      faultCounts: { 'wrong-end': 7 },
      faults: Array.from({ length: 7 }, (_, i) => ({
        kind: 'wrong-end' as const,
        dossierNumber: `N-${i}`,
        message: 'ended refused',
      })),
    });
    const lines = printSummary(plainReport({ verification })).split('\n');
    expect(lines[0]).toBe('FAIL (không đạt)  7 faults in 3 dossiers:');
    expect(lines.slice(1, 7)).toEqual([
      ...[0, 1, 2, 3, 4].map((i) => `  wrong-end  N-${i}  ended refused`),
      '  and 2 more',
    ]);
  });

  it('has no table and no share where nothing ended', () => {
    const summary = printSummary(plainReport({ statistics: plainStatistics([]), track: new RunTrack() }));
    expect(summary).toContain('Ends         none');
    expect(summary).not.toMatch(/On time|NaN|undefined|Limit/);
  });
});
