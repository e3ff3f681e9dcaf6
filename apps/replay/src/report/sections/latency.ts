import { columnChart } from '../charts/column-chart';
import { type Colour, PALETTE } from '../charts/palette';
import { duration, short, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { type Bilingual } from '../names';
import { type LatencyReport, type ReplayReport } from '../replay-report';
import { type LatencySummary } from '../../statistics';

const MEASURES: readonly {
  readonly of: keyof LatencyReport;
  readonly name: Bilingual;
  readonly colour: Colour;
}[] = [
  {
    of: 'answer',
    name: { vi: 'Trả lời, từ lúc phải gửi', en: 'answer, from the intended send' },
    colour: PALETTE.birth,
  },
  {
    of: 'service',
    name: { vi: 'Trả lời, từ lúc gửi thật', en: 'answer, from the actual send' },
    colour: PALETTE.third,
  },
  { of: 'lateness', name: { vi: 'Gửi muộn', en: 'lateness of sends' }, colour: PALETTE.death },
  {
    of: 'availability',
    name: { vi: 'Dữ liệu tra cứu được', en: 'data availability' },
    colour: PALETTE.fourth,
  },
  {
    of: 'accepted',
    name: { vi: 'Được tiếp nhận', en: 'accepted, as a query shows it' },
    colour: PALETTE.third,
  },
];

type Measured = (typeof MEASURES)[number] & { readonly summary: LatencySummary };

/** Latencies in real time: answers, lateness of the client, and how soon data can be queried. */
export function latency({ latency: latencies }: ReplayReport): Markup | undefined {
  if (!latencies) return undefined;
  const measured = MEASURES.flatMap((measure): Measured[] => {
    const summary = latencies[measure.of];
    return summary ? [{ ...measure, summary }] : [];
  });
  const at = (name: string, of: (summary: LatencySummary) => number) => ({
    head: { vi: name, en: name },
    value: ({ summary }: Measured) => duration(of(summary)),
  });
  return section(
    'latency',
    { vi: 'Độ trễ và dữ liệu sẵn sàng', en: 'Latency and data availability' },
    table<Measured>(
      { vi: 'Phân vị độ trễ, thời gian thực', en: 'Latency percentiles, real time' },
      [
        { head: { vi: 'Đại lượng', en: 'Measure' }, value: ({ name }) => bi(name), text: true },
        { head: { vi: 'Số lần', en: 'Count' }, value: ({ summary }) => whole(summary.count) },
        at('p50', ({ p50Ms }) => p50Ms),
        at('p90', ({ p90Ms }) => p90Ms),
        at('p99', ({ p99Ms }) => p99Ms),
        at('p99,9', ({ p999Ms }) => p999Ms),
        { head: { vi: 'Lớn nhất', en: 'max' }, value: ({ summary }) => duration(summary.maxMs) },
      ],
      measured,
    ),
    html`<p class="note">
      Dữ liệu tra cứu được: từ khi xác nhận (202) đến khi truy vấn thấy hồ sơ.
      <span class="en" lang="en"
        >Data availability: from the acknowledgement until a query shows the dossier.</span
      >
    </p>`,
    ...measured.map(histogram),
  );
}

function histogram({ name, colour, summary: { bins, p50Ms, p99Ms, maxMs } }: Measured): Markup {
  return columnChart({
    title: name,
    alternative: `Một nửa trong ${duration(p50Ms)}, 99% trong ${duration(p99Ms)}, lâu nhất ${duration(maxMs)}.`,
    x: { unit: 'ms, thang logarit', names: bins.map(({ fromMs }) => mark(fromMs)) },
    y: { unit: 'lần' },
    columns: [{ name, colour, values: bins.map(({ count }) => count) }],
    bins: true,
  });
}

/** Of ten bins a decade those at 1, 2 and 5 have a name. */
function mark(ms: number): string {
  const [mantissa, exponent] = ms.toExponential(1).split('e');
  return ['1.0', '2.0', '5.0'].includes(mantissa ?? '') ? short(Number(`${mantissa}e${exponent}`)) : '';
}
