import { decimal, whole } from '../format/vietnamese';
import { bi } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { FAULT_NAMES } from '../names';
import { type ReplayReport } from '../replay-report';
import { CASE_STATUS_NAMES, CASE_STATUSES, type CaseStatus } from '@lienthong/contracts';
import { type FaultKind } from '../../verification/fault';

/** Whether every dossier reached its end, before anything else. */
export function verdict(report: ReplayReport): Markup {
  return html`<section id="verdict" aria-labelledby="verdict-h">
    <h2 id="verdict-h">${bi({ vi: 'Kết luận', en: 'Verdict' })}</h2>
    ${report.verified ? passed(report) : failed(report)} ${counts(report)} ${faults(report)}
  </section>`;
}

function passed({ dossiers }: ReplayReport): Markup {
  return html`<div class="verdict pass">
    <p class="word">ĐẠT <span class="en" lang="en">PASS</span></p>
    <p>
      Toàn bộ ${whole(dossiers)} hồ sơ kết thúc đúng như dự kiến; không mất, không cấp trùng, không hồ sơ nào
      bị bỏ rơi.
      <span class="en" lang="en"
        >All dossiers reached their expected end: none lost, nothing given out twice, none left without an
        owner.</span
      >
    </p>
  </div>`;
}

function failed({ dossiers, faultCount }: ReplayReport): Markup {
  const what =
    dossiers === 0 && faultCount === 0
      ? html`Không có hồ sơ nào được kiểm tra. <span class="en" lang="en">No dossier was checked.</span>`
      : html`Phát hiện ${whole(faultCount)} lỗi trong ${whole(dossiers)} hồ sơ.
          <span class="en" lang="en">${`${faultCount} faults found in ${dossiers} dossiers.`}</span>`;
  return html`<div class="verdict fail">
    <p class="word">KHÔNG ĐẠT <span class="en" lang="en">FAIL</span></p>
    <p>${what}</p>
  </div>`;
}

function counts({ byStatus, expectedByStatus }: ReplayReport): Markup | undefined {
  const rows = CASE_STATUSES.filter(
    (status) => (byStatus[status] ?? 0) + (expectedByStatus[status] ?? 0) > 0,
  );
  if (rows.length === 0) return undefined;
  const difference = (status: CaseStatus): number =>
    (byStatus[status] ?? 0) - (expectedByStatus[status] ?? 0);
  return table<CaseStatus>(
    { vi: 'Kết quả theo trạng thái, so với dự kiến', en: 'Ends beside what was expected' },
    [
      {
        head: { vi: 'Trạng thái', en: 'Status' },
        value: (status) => bi(CASE_STATUS_NAMES[status]),
        text: true,
      },
      { head: { vi: 'Thực tế', en: 'Actual' }, value: (status) => whole(byStatus[status] ?? 0) },
      { head: { vi: 'Dự kiến', en: 'Expected' }, value: (status) => whole(expectedByStatus[status] ?? 0) },
      {
        head: { vi: 'Chênh lệch', en: 'Difference' },
        value: (status) =>
          difference(status) === 0 ? '0' : html`<strong class="bad">${signed(difference(status))}</strong>`,
      },
    ],
    rows,
  );
}

function signed(difference: number): string {
  return `${difference > 0 ? '+' : '−'}${decimal(Math.abs(difference), 0)}`;
}

function faults({ faults: first, faultCount, faultsByKind }: ReplayReport): Markup | undefined {
  if (faultCount === 0) return undefined;
  const kinds = (Object.entries(faultsByKind) as [FaultKind, number][]).map(
    ([kind, number]) => html`<li>${bi(FAULT_NAMES[kind])}: <strong>${whole(number)}</strong></li>`,
  );
  const caption =
    first.length < faultCount
      ? { vi: `${whole(first.length)} lỗi đầu tiên`, en: `First ${first.length} of ${faultCount} faults` }
      : { vi: 'Danh sách lỗi', en: 'Faults' };
  return html`<ul class="kinds">
      ${kinds}
    </ul>
    ${table(
      caption,
      [
        {
          head: { vi: 'Số hồ sơ', en: 'Dossier' },
          value: ({ dossierNumber }) => dossierNumber ?? '–',
          text: true,
        },
        { head: { vi: 'Loại', en: 'Kind' }, value: ({ kind }) => bi(FAULT_NAMES[kind]), text: true },
        { head: { vi: 'Nội dung', en: 'Message' }, value: ({ message }) => message, text: true },
      ],
      first,
    )}`;
}
