import { bytes, dayAndTime, duration, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { type Content, html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { type Bilingual, runPolicyName } from '../names';
import { type ReplayReport } from '../replay-report';

/** Under which conditions the run's figures hold: enough to repeat it. */
export function conditions(report: ReplayReport): Markup {
  const { versions, legs } = report;
  const facts: readonly (readonly [Bilingual, Content])[] = [
    [{ vi: 'Cách chạy', en: 'Drive' }, report.drive],
    [{ vi: 'Hạt giống', en: 'Seed' }, String(report.seed)],
    [{ vi: 'Chính sách', en: 'Policy' }, bi(runPolicyName(report))],
    ...Object.entries(report.options)
      .filter(([name]) => name !== 'seed' && name !== 'policy')
      .map(([name, value]): readonly [Bilingual, Content] => [
        { vi: `--${name}`, en: `--${name}` },
        String(value),
      ]),
    [{ vi: 'Bắt đầu', en: 'Started' }, dayAndTime(report.startedAt)],
    [{ vi: 'Kết thúc', en: 'Ended' }, dayAndTime(report.endedAt)],
    [{ vi: 'Phiên bản', en: 'Version' }, versions.program],
    [{ vi: 'Node.js', en: 'Node.js' }, versions.node],
    [{ vi: 'Hệ điều hành', en: 'Operating system' }, versions.os],
    [{ vi: 'Bộ xử lý', en: 'Processor' }, `${versions.cpu}, ${whole(versions.cores)} lõi`],
    [{ vi: 'Bộ nhớ máy', en: 'Memory' }, bytes(versions.memoryBytes)],
  ];
  return section(
    'conditions',
    { vi: 'Điều kiện chạy', en: 'Conditions of the run' },
    html`<dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${bi(name)}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`,
    ...(legs.length < 2
      ? []
      : [
          table(
            { vi: 'Các chặng của lần chạy bị gián đoạn', en: 'Legs of the interrupted run' },
            [
              {
                head: { vi: 'Bắt đầu', en: 'Started' },
                value: ({ startedAt }) => dayAndTime(startedAt),
                text: true,
              },
              { head: { vi: 'Từ', en: 'from' }, value: ({ fromWallMs }) => duration(fromWallMs) },
              { head: { vi: 'Đến', en: 'to' }, value: ({ toWallMs }) => duration(toWallMs) },
            ],
            legs,
          ),
        ]),
  );
}
