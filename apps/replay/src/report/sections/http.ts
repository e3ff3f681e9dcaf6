import { duration, percent, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { type Markup } from '../html/markup';
import { table } from '../html/table';
import { type Bilingual } from '../names';
import { type ReplayReport } from '../replay-report';

/** What happened between the client and the gateway. */
export function http({ http: counts }: ReplayReport): Markup | undefined {
  if (!counts) return undefined;
  const share = (count: number): string => percent(counts.sent === 0 ? null : count / counts.sent);
  const row = (vi: string, en: string, count: number) => ({
    name: { vi, en },
    count: whole(count),
    share: share(count),
  });
  return section(
    'http',
    { vi: 'Gửi qua HTTP', en: 'Over HTTP' },
    table<{ readonly name: Bilingual; readonly count: string; readonly share: string }>(
      { vi: 'Hồ sơ gửi tới cổng tiếp nhận', en: 'Dossiers sent to the gateway' },
      [
        { head: { vi: 'Đại lượng', en: 'Measure' }, value: ({ name }) => bi(name), text: true },
        { head: { vi: 'Số lượng', en: 'Count' }, value: ({ count }) => count },
        { head: { vi: 'So với đã gửi', en: 'of sent' }, value: (each) => each.share },
      ],
      [
        row('Đã gửi', 'sent', counts.sent),
        row('Được tiếp nhận (202)', 'accepted', counts.accepted),
        row('Bị từ chối nhận (429)', 'refused for now', counts.refused429),
        row('Tạm ngừng (503)', 'unavailable for now', counts.refused503),
        {
          name: { vi: 'Chờ vì bị từ chối', en: 'waited because of that' },
          count: duration(counts.refusedWaitMs),
          share: '',
        },
        row('Gửi lại', 'retried', counts.retried),
        row('Gửi muộn', 'late sends', counts.lateSends),
        row('Thất bại', 'failed', counts.failed),
      ],
    ),
  );
}
