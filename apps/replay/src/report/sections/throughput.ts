import { lineChart } from '../charts/line-chart';
import { PALETTE } from '../charts/palette';
import { dayAndTime, decimal, short } from '../format/vietnamese';
import { section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { type ReplayReport, type ThroughputPoint } from '../replay-report';
import { realTimeAxis } from './real-time-axis';

/** How the run went, second by second of real time. */
export function throughput({ throughput: { points, mean, peak } }: ReplayReport): Markup | undefined {
  if (points.length === 0) return undefined;
  const time = realTimeAxis(points);
  const line = (of: (point: ThroughputPoint) => number) =>
    points.map((point): [number, number] => [time.at(point.wallMs), of(point)]);
  const refused = points.some(({ refusedPerSecond }) => refusedPerSecond > 0);
  const most = points.reduce((top, { backlog }) => Math.max(top, backlog), 0);
  return section(
    'throughput',
    { vi: 'Thông lượng theo thời gian', en: 'Throughput over time' },
    html`<p>Trung bình ${short(mean)} hồ sơ mỗi giây, cao nhất ${short(peak)}.${replayed(points)}</p>`,
    lineChart({
      title: { vi: 'Hồ sơ mỗi giây', en: 'Dossiers a second' },
      alternative: `Trung bình ${short(mean)}, cao nhất ${short(peak)} hồ sơ kết thúc mỗi giây trong ${decimal(time.last, 1)} ${time.unit}.`,
      x: { unit: time.unit },
      y: { unit: 'hồ sơ/giây' },
      lines: [
        {
          name: { vi: 'Kết thúc', en: 'ended' },
          colour: PALETTE.birth,
          points: line((p) => p.endedPerSecond),
        },
        {
          name: { vi: 'Nộp', en: 'filed' },
          colour: PALETTE.death,
          dashed: true,
          points: line((p) => p.filedPerSecond),
        },
        ...(refused
          ? [
              {
                name: { vi: 'Bị từ chối nhận', en: 'refused' },
                colour: PALETTE.limit,
                points: line((p) => p.refusedPerSecond),
              },
            ]
          : []),
      ],
    }),
    ...(most === 0
      ? []
      : [
          lineChart({
            title: { vi: 'Thông điệp đang chờ', en: 'Backlog' },
            alternative: `Nhiều nhất ${short(most)} thông điệp chờ cùng lúc.`,
            x: { unit: time.unit },
            y: { unit: 'thông điệp' },
            lines: [
              {
                name: { vi: 'Đang chờ', en: 'waiting' },
                colour: PALETTE.third,
                points: line((p) => p.backlog),
              },
            ],
            height: 180,
          }),
        ]),
  );
}

function replayed(points: readonly ThroughputPoint[]): string {
  const last = points.at(-1)?.simulatedAt;
  return last === undefined ? '' : ` Thời gian mô phỏng chạy đến ${dayAndTime(last.slice(0, 10))}.`;
}
