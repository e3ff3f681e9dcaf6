import { bytes, duration, percent, short, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { type ReplayReport } from '../replay-report';

/** The figures one asks for first. */
export function keyFigures(report: ReplayReport): Markup {
  const { statistics, latency } = report;
  const { late } = statistics;
  return section(
    'figures',
    { vi: 'Số liệu chính', en: 'Key figures' },
    html`<dl class="figures">
      ${figure({ vi: 'Hồ sơ', en: 'Dossiers' }, whole(report.dossiers))}
      ${figure({ vi: 'Thời gian chạy', en: 'Real time' }, duration(report.wallMs))}
      ${figure({ vi: 'Hồ sơ mỗi giây', en: 'Cases a second' }, short(report.casesPerSecond))}
      ${
        late.judged === 0
          ? undefined
          : figure({ vi: 'Đúng hạn', en: 'On time' }, percent((late.judged - late.cases) / late.judged))
      }
      ${latency?.answer && figure({ vi: 'Trả lời, 99%', en: 'Answer, p99' }, duration(latency.answer.p99Ms))}
      ${figure({ vi: 'Bộ nhớ cao nhất', en: 'Peak memory' }, bytes(report.peakRssBytes))}
      ${report.diskBytes === null ? undefined : figure({ vi: 'Đĩa', en: 'Disk' }, bytes(report.diskBytes))}
    </dl>`,
  );
}

function figure(name: Bilingual, value: string): Markup {
  return html`<div>
    <dt>${bi(name)}</dt>
    <dd>${value}</dd>
  </div>`;
}
