import { dayAndTime, whole } from './format/vietnamese';
import { html, type Markup } from './html/markup';
import { page } from './html/page';
import { runPolicyName } from './names';
import { type ReplayReport } from './replay-report';
import { byMonth } from './sections/by-month';
import { byAgency, byProcedure } from './sections/by-procedure';
import { byProvince } from './sections/by-province';
import { conditions } from './sections/conditions';
import { http } from './sections/http';
import { keyFigures } from './sections/key-figures';
import { knee } from './sections/knee';
import { latency } from './sections/latency';
import { processingTime } from './sections/processing-time';
import { punctuality } from './sections/punctuality';
import { resources } from './sections/resources';
import { segments } from './sections/segments';
import { throughput } from './sections/throughput';
import { verdict } from './sections/verdict';

/** In the order in which one reads; a section without data is undefined and left out. */
const SECTIONS: readonly ((report: ReplayReport) => Markup | undefined)[] = [
  verdict,
  keyFigures,
  throughput,
  latency,
  http,
  knee,
  processingTime,
  punctuality,
  byProcedure,
  byAgency,
  byProvince,
  byMonth,
  segments,
  resources,
  conditions,
];

/** The report as one HTML file that needs no network and no script: for the screen, and for paper. */
export function renderHtml(report: ReplayReport): string {
  return page(
    `Báo cáo chạy lại ${whole(report.dossiers)} hồ sơ liên thông`,
    header(report),
    SECTIONS.map((section) => section(report)),
  );
}

function header(report: ReplayReport): Markup {
  return html`<p class="over">Liên thông khai sinh, khai tử · Nghị định 63/2024/NĐ-CP</p>
    <h1>Báo cáo chạy lại hồ sơ <span class="en" lang="en">Replay report</span></h1>
    <p>
      ${whole(report.dossiers)} hồ sơ, chính sách ${runPolicyName(report).vi}, kết thúc
      ${dayAndTime(report.endedAt)}. Dữ liệu mô phỏng, không có thông tin cá nhân.
      <span class="en" lang="en">Simulated data, nothing personal.</span>
    </p>`;
}
