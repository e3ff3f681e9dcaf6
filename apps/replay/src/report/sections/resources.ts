import { lineChart } from '../charts/line-chart';
import { PALETTE } from '../charts/palette';
import { bytes, decimal, short } from '../format/vietnamese';
import { section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { type ReplayReport } from '../replay-report';
import { realTimeAxis } from './real-time-axis';

const MIB = 1_048_576;

/** Memory, processors and disk. */
export function resources(report: ReplayReport): Markup | undefined {
  const { points } = report.throughput;
  if (points.length === 0) return undefined;
  const time = realTimeAxis(points);
  const cores = points.reduce((most, { cpuCores }) => Math.max(most, cpuCores), 0);
  const disk =
    report.diskBytes === null
      ? ''
      : ` Đĩa: ${bytes(report.diskBytes)}, ${bytes(report.dossiers === 0 ? 0 : report.diskBytes / report.dossiers)} mỗi hồ sơ.`;
  return section(
    'resources',
    { vi: 'Tài nguyên', en: 'Resources' },
    html`<p>Bộ nhớ cao nhất ${bytes(report.peakRssBytes)}.${disk}</p>`,
    lineChart({
      title: { vi: 'Bộ nhớ', en: 'Memory' },
      alternative: `Cao nhất ${bytes(report.peakRssBytes)}.`,
      x: { unit: time.unit },
      y: { unit: 'MiB' },
      lines: [
        {
          name: { vi: 'Bộ nhớ', en: 'resident' },
          colour: PALETTE.birth,
          points: points.map(({ wallMs, rssBytes }) => [time.at(wallMs), rssBytes / MIB]),
        },
      ],
      height: 180,
    }),
    ...(cores === 0
      ? []
      : [
          lineChart({
            title: { vi: 'Bộ xử lý', en: 'Processors busy' },
            alternative: `Cao nhất ${decimal(cores, 2)} trên ${short(report.versions.cores)} lõi.`,
            x: { unit: time.unit },
            y: { unit: 'lõi' },
            lines: [
              {
                name: { vi: 'Lõi bận', en: 'cores busy' },
                colour: PALETTE.death,
                points: points.map(({ wallMs, cpuCores }) => [time.at(wallMs), cpuCores]),
              },
            ],
            height: 180,
          }),
        ]),
  );
}
