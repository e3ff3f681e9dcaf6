import { lineChart } from '../charts/line-chart';
import { PALETTE } from '../charts/palette';
import { duration, short, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { KNEE_NAMES } from '../names';
import { type KneeReport, type KneeStep, type ReplayReport } from '../replay-report';

/** The highest rate that was sustained, and what bent first above it. */
export function knee({ knee: found }: ReplayReport): Markup | undefined {
  if (!found || found.steps.length === 0) return undefined;
  const ascending = [...found.steps].sort((a, b) => a.offeredRate - b.offeredRate);
  return section(
    'knee',
    { vi: 'Điểm gãy', en: 'Knee' },
    html`<p>${sentence(found)}</p>`,
    lineChart({
      title: { vi: 'Tốc độ nhận theo tốc độ gửi', en: 'Accepted by offered rate' },
      alternative: sentence(found),
      x: { unit: 'gửi, hồ sơ/giây' },
      y: { unit: 'nhận, hồ sơ/giây' },
      lines: [
        {
          name: { vi: 'Được nhận', en: 'accepted' },
          colour: PALETTE.birth,
          points: ascending.map(({ offeredRate, acceptedRate }) => [offeredRate, acceptedRate]),
        },
        {
          name: { vi: 'Được gửi', en: 'offered' },
          colour: PALETTE.muted,
          dashed: true,
          points: ascending.map(({ offeredRate }) => [offeredRate, offeredRate]),
        },
      ],
    }),
    lineChart({
      title: { vi: 'Độ trễ theo tốc độ gửi', en: 'Latency by offered rate' },
      alternative: ascending
        .map(({ offeredRate, p99Ms }) => `${short(offeredRate)} hồ sơ/giây: p99 ${duration(p99Ms)}.`)
        .join(' '),
      x: { unit: 'gửi, hồ sơ/giây' },
      y: { unit: 'ms' },
      lines: [
        {
          name: { vi: 'p99', en: 'p99' },
          colour: PALETTE.death,
          points: ascending.map(({ offeredRate, p99Ms }) => [offeredRate, p99Ms]),
        },
        {
          name: { vi: 'Trung vị', en: 'p50' },
          colour: PALETTE.birth,
          dashed: true,
          points: ascending.map(({ offeredRate, p50Ms }) => [offeredRate, p50Ms]),
        },
      ],
      height: 200,
    }),
    table<KneeStep>(
      { vi: 'Các bước thử', en: 'Steps in the order tried' },
      [
        { head: { vi: 'Gửi/giây', en: 'offered' }, value: ({ offeredRate }) => short(offeredRate) },
        { head: { vi: 'Nhận/giây', en: 'accepted' }, value: ({ acceptedRate }) => short(acceptedRate) },
        { head: { vi: 'p50', en: 'p50' }, value: ({ p50Ms }) => duration(p50Ms) },
        { head: { vi: 'p99', en: 'p99' }, value: ({ p99Ms }) => duration(p99Ms) },
        { head: { vi: 'Đang chờ', en: 'lag' }, value: ({ lag }) => (lag === null ? '–' : whole(lag)) },
        {
          head: { vi: 'Kết quả', en: 'verdict' },
          value: ({ verdict }) => bi(KNEE_NAMES[verdict]),
          text: true,
        },
      ],
      found.steps,
    ),
  );
}

function sentence({ knee: rate, bentFirst }: KneeReport): string {
  if (rate === null) return 'Không tốc độ nào giữ được trong ngưỡng.';
  const bent =
    bentFirst === null
      ? 'chưa gặp giới hạn'
      : `vượt lên thì trước hết: ${KNEE_NAMES[bentFirst].vi.toLowerCase()} (${bentFirst})`;
  return `Giữ được ${short(rate)} hồ sơ mỗi giây; ${bent}.`;
}
