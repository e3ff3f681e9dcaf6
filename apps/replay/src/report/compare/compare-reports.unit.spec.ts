import { plainReport, plainStatistics } from '../../../test-support/plain-report';
import { compareReports } from './compare-reports';
import { comparisonOf, judgement, relative } from './comparison';

const slower = plainReport({ statistics: plainStatistics([1, 4, 9]) });
const faster = plainReport({ statistics: plainStatistics([1, 2, 8]) });

describe('comparing two reports', () => {
  it('gives differences with sign and percent, and says which way is better', () => {
    const { figures } = comparisonOf(slower, faster);
    const p50 = figures.find(
      ({ name, heading }) => name.en.startsWith('p50') && heading.en.startsWith('Birth'),
    );
    // 4 hours from 08:00 hold 3.5 office hours.
    expect(p50).toMatchObject({ a: 3.5 / 8, b: 2 / 8, unit: 'days' });
    expect(p50 && relative(p50)).toBeCloseTo(-0.4286, 4);
    expect(p50 && judgement(p50)).toBe('better');
    expect(compareReports(slower, faster)).toMatch(
      /p50, working days │ +0\.44 │ +0\.25 │ +-0\.19 │ +-42\.9 % │ better/,
    );
    expect(compareReports(faster, slower)).toMatch(
      /p50, working days │ +0\.25 │ +0\.44 │ +\+0\.19 │ +\+75\.0 % │ worse/,
    );
  });

  it('finds no difference between a run and itself', () => {
    const { figures, warnings } = comparisonOf(faster, faster);
    expect(warnings).toEqual([]);
    expect(figures.filter(({ a, b }) => a !== b)).toEqual([]);
    expect(compareReports(faster, faster)).not.toMatch(/WARNING|better|worse/);
  });

  it('warns of everything in which the conditions differ', () => {
    const other = plainReport({
      seed: 64,
      statistics: plainStatistics([1]),
      options: { births: 1, deaths: 0, officers: '2' },
      versions: { ...faster.versions, cores: 8 },
    });
    const { warnings } = comparisonOf(faster, other);
    expect(warnings.map(({ name, a, b }) => [name.en, a, b])).toEqual([
      ['Dossiers', '3', '1'],
      ['Seed', '63', '64'],
      ['--births', '3', '1'],
      ['--officers', '–', '2'],
      ['Cores', '2', '8'],
    ]);
    const [first, second] = compareReports(faster, other).split('\n');
    expect(first).toMatch(/^WARNING/);
    expect(second).toBe('  Dossiers: A 3, B 1');
  });

  it('shows a dash, and judges nothing, where only one run has a figure', () => {
    const measured = plainReport({ diskBytes: 1_024 });
    const { figures } = comparisonOf(faster, measured);
    const disk = figures.find(({ name }) => name.en === 'Disk');
    expect(disk).toMatchObject({ a: null, b: 1_024 });
    expect(disk && [relative(disk), judgement(disk)]).toEqual([null, undefined]);
    expect(compareReports(faster, measured)).toMatch(/Disk +│ +- │ +1 KiB │ +- │/);
  });

  it('judges what grows with the number of dossiers only between runs of as many', () => {
    const judged = (count: number): unknown => {
      const { figures } = comparisonOf(
        plainReport({ diskBytes: 2 }),
        plainReport({ diskBytes: 1, statistics: plainStatistics(new Array<number>(count).fill(1)) }),
      );
      const disk = figures.find(({ name }) => name.en === 'Disk');
      return disk && judgement(disk);
    };
    expect([judged(3), judged(2)]).toEqual(['better', undefined]);
  });
});
