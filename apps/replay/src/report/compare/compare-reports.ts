import Table from 'cli-table3';
import { counted, elapsed, fixed, share, size } from '../format/english';
import { type ReplayReport } from '../replay-report';
import { type ComparedFigure, comparisonOf, judgement, relative, type Unit } from './comparison';

const WRITTEN: Readonly<Record<Unit, (value: number) => string>> = {
  count: counted,
  rate: counted,
  ms: elapsed,
  bytes: size,
  share,
  days: (days) => fixed(days, 2),
};

/** Two runs side by side for a terminal: warnings first, then figure by figure. */
export function compareReports(a: ReplayReport, b: ReplayReport): string {
  const { figures, warnings } = comparisonOf(a, b);
  const table = new Table({
    head: ['', 'A', 'B', 'B - A', '%', ''],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  let heading: string | undefined;
  for (const figure of figures) {
    if (figure.heading.en !== heading) {
      heading = figure.heading.en;
      table.push([{ colSpan: 6, content: `${figure.heading.en} (${figure.heading.vi})` }]);
    }
    table.push(cells(figure));
  }
  const lines = warnings.map(({ name, a: first, b: second }) => `  ${name.en}: A ${first}, B ${second}`);
  const warning = lines.length === 0 ? [] : ['WARNING: the runs differ in their conditions:', ...lines, ''];
  return [...warning, table.toString()].join('\n');
}

function cells(figure: ComparedFigure): string[] {
  const { a, b, unit, name } = figure;
  const write = (value: number | null): string => (value === null ? '-' : WRITTEN[unit](value));
  return [
    `  ${name.en}`,
    write(a),
    write(b),
    a === null || b === null ? '-' : difference(b - a, unit),
    percentage(relative(figure)),
    judgement(figure) ?? '',
  ];
}

function difference(value: number, unit: Unit): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const written = unit === 'share' ? `${(size * 100).toFixed(1)} points` : WRITTEN[unit](size);
  return `${value > 0 ? '+' : '-'}${written}`;
}

function percentage(value: number | null): string {
  if (value === null) return '';
  return `${value > 0 ? '+' : value < 0 ? '-' : ''}${(Math.abs(value) * 100).toFixed(1)} %`;
}
