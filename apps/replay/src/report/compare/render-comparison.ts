import { bytes, dayAndTime, decimal, duration, percent, short, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { page } from '../html/page';
import { table } from '../html/table';
import { type ReplayReport } from '../replay-report';
import {
  type ComparedFigure,
  comparisonOf,
  type Difference,
  judgement,
  relative,
  type Unit,
} from './comparison';

const WRITTEN: Readonly<Record<Unit, (value: number) => string>> = {
  count: whole,
  rate: short,
  ms: duration,
  bytes,
  share: percent,
  days: (days) => decimal(days, 2),
};

/** Two runs side by side as one HTML file like a report: what differs in their conditions comes first. */
export function renderComparison(a: ReplayReport, b: ReplayReport): string {
  const { figures, warnings } = comparisonOf(a, b);
  return page('So sánh hai lần chạy', header(a, b), [
    warned(warnings),
    section(
      'figures',
      { vi: 'Số liệu', en: 'Figures' },
      ...headingsOf(figures).map((heading) =>
        figureTable(figures.filter((figure) => figure.heading.vi === heading)),
      ),
    ),
  ]);
}

function header(a: ReplayReport, b: ReplayReport): Markup {
  const run = (name: string, { dossiers, endedAt, verified }: ReplayReport): Markup =>
    html`<p>
      <strong>${name}</strong>: ${whole(dossiers)} hồ sơ, kết thúc ${dayAndTime(endedAt)},
      ${verified ? 'đạt' : 'không đạt'} <span class="en" lang="en">${verified ? 'pass' : 'fail'}</span>
    </p>`;
  return html`<p class="over">Liên thông khai sinh, khai tử · Nghị định 63/2024/NĐ-CP</p>
    <h1>So sánh hai lần chạy <span class="en" lang="en">Two runs side by side</span></h1>
    ${run('A', a)}${run('B', b)}`;
}

function warned(warnings: readonly Difference[]): Markup | undefined {
  if (warnings.length === 0) return undefined;
  return section(
    'warnings',
    { vi: 'Điều kiện khác nhau', en: 'The conditions differ' },
    html`<p class="warning" role="note">
      Hai lần chạy không cùng điều kiện: đọc các chênh lệch dưới đây với điều đó.
      <span class="en" lang="en"
        >The runs differ in their conditions: read their figures with that in mind.</span
      >
    </p>`,
    table<Difference>(
      { vi: 'Khác nhau', en: 'Differences' },
      [
        { head: { vi: 'Điều kiện', en: 'Condition' }, value: ({ name }) => bi(name), text: true },
        { head: { vi: 'A', en: 'A' }, value: ({ a }) => a, text: true },
        { head: { vi: 'B', en: 'B' }, value: ({ b }) => b, text: true },
      ],
      warnings,
    ),
  );
}

function headingsOf(figures: readonly ComparedFigure[]): readonly string[] {
  return [...new Set(figures.map(({ heading }) => heading.vi))];
}

function figureTable(figures: readonly ComparedFigure[]): Markup {
  const [first] = figures;
  const write = (value: number | null, unit: Unit): string => (value === null ? '–' : WRITTEN[unit](value));
  return table<ComparedFigure>(
    first?.heading ?? { vi: '', en: '' },
    [
      { head: { vi: 'Đại lượng', en: 'Figure' }, value: ({ name }) => bi(name), text: true },
      { head: { vi: 'A', en: 'A' }, value: ({ a, unit }) => write(a, unit) },
      { head: { vi: 'B', en: 'B' }, value: ({ b, unit }) => write(b, unit) },
      { head: { vi: 'Chênh lệch', en: 'B − A' }, value: difference },
      { head: { vi: 'Tỷ lệ', en: '%' }, value: (figure) => percentage(relative(figure)) },
      { head: { vi: 'Nhận xét', en: 'Remark' }, value: remark, text: true },
    ],
    figures,
  );
}

function difference({ a, b, unit }: ComparedFigure): string {
  if (a === null || b === null) return '–';
  const size = Math.abs(b - a);
  if (size === 0) return '0';
  const written = unit === 'share' ? `${decimal(size * 100, 1)} điểm` : WRITTEN[unit](size);
  return `${b > a ? '+' : '−'}${written}`;
}

function percentage(value: number | null): string {
  if (value === null) return '';
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${decimal(Math.abs(value) * 100, 1)}%`;
}

function remark(figure: ComparedFigure): Markup | undefined {
  switch (judgement(figure)) {
    case 'better':
      return html`<span class="good">tốt hơn</span> <span class="en" lang="en">better</span>`;
    case 'worse':
      return html`<span class="bad">kém hơn</span> <span class="en" lang="en">worse</span>`;
    case undefined:
      return undefined;
  }
}
