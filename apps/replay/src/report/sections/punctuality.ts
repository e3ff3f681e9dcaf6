import { PROCEDURE_GROUP_NAMES } from '@lienthong/contracts';
import { decimal, percent, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { type Bilingual } from '../names';
import { type ReplayReport } from '../replay-report';
import { type PauseSummary } from '../../statistics';

/** On time and late by the KPI rules, and the waits for applicants that these rules leave out. */
export function punctuality({ statistics: { late, pauses } }: ReplayReport): Markup | undefined {
  if (late.judged + late.openOverdue === 0) return undefined;
  const of = (count: number): string => percent(late.judged === 0 ? null : count / late.judged);
  const rows: readonly { readonly name: Bilingual; readonly count: number; readonly share: string }[] = [
    {
      name: { vi: 'Đúng hạn', en: 'On time' },
      count: late.judged - late.cases,
      share: of(late.judged - late.cases),
    },
    { name: { vi: 'Trễ hạn', en: 'Late' }, count: late.cases, share: of(late.cases) },
    {
      name: { vi: '– kết thúc sau ngày hẹn', en: 'after the appointment' },
      count: late.afterAppointment,
      share: of(late.afterAppointment),
    },
    {
      name: { vi: '– trong đó kịp ngày hẹn lại', en: 'of these by the new date of an apology' },
      count: late.byNewDate,
      share: of(late.byNewDate),
    },
    {
      name: { vi: '– yêu cầu bổ sung quá một lần', en: 'more than one supplement request' },
      count: late.askedTooOften,
      share: of(late.askedTooOften),
    },
    ...(late.promiseBroken === 0
      ? []
      : [
          {
            name: {
              vi: 'Quá cả ngày hẹn lại của cơ quan',
              en: 'An agency broke the new date of its apology',
            },
            count: late.promiseBroken,
            share: of(late.promiseBroken),
          },
        ]),
    ...(late.openOverdue === 0
      ? []
      : [
          { name: { vi: 'Quá hạn, chưa xong', en: 'Open and overdue' }, count: late.openOverdue, share: '–' },
        ]),
  ];
  return section(
    'punctuality',
    { vi: 'Đúng hạn, trễ hạn, tạm dừng', en: 'On time, late, paused' },
    table(
      { vi: 'Theo quy tắc KPI', en: 'By the KPI rules' },
      [
        { head: { vi: 'Hồ sơ', en: 'Cases' }, value: ({ name }) => bi(name), text: true },
        { head: { vi: 'Số lượng', en: 'Count' }, value: ({ count }) => whole(count) },
        { head: { vi: 'Tỷ lệ', en: 'Share' }, value: ({ share }) => share },
      ],
      rows,
    ),
    html`<p class="note">
      Đúng hạn: kết thúc không muộn hơn ngày hẹn; thời gian chờ bổ sung được trừ; quá một lần yêu cầu bổ sung
      là trễ.
      <span class="en" lang="en"
        >On time: ended by the appointment, waits for supplements subtracted; more than one request is
        late.</span
      >
    </p>`,
    ...(pauses.some(({ cases }) => cases > 0) ? [pauseTable(pauses)] : []),
  );
}

function pauseTable(pauses: readonly PauseSummary[]): Markup {
  return table<PauseSummary>(
    { vi: 'Hồ sơ tạm dừng chờ người dân bổ sung', en: 'Cases paused for a supplement' },
    [
      {
        head: { vi: 'Nhóm', en: 'Group' },
        value: ({ procedureGroup }) => bi(PROCEDURE_GROUP_NAMES[procedureGroup]),
        text: true,
      },
      { head: { vi: 'Hồ sơ', en: 'Cases' }, value: ({ cases }) => whole(cases) },
      { head: { vi: 'Tỷ lệ', en: 'Share' }, value: ({ share }) => percent(share) },
      {
        head: { vi: 'Ngày làm việc, trung vị', en: 'working days, p50' },
        value: ({ workingDays }) => decimal(workingDays.p50, 2),
      },
      { head: { vi: 'p99', en: 'p99' }, value: ({ workingDays }) => decimal(workingDays.p99, 2) },
      {
        head: { vi: 'Ngày lịch, trung vị', en: 'calendar days, p50' },
        value: ({ calendarDays }) => decimal(calendarDays.p50, 2),
      },
      { head: { vi: 'Lâu nhất', en: 'max' }, value: ({ calendarDays }) => decimal(calendarDays.max, 2) },
    ],
    pauses,
  );
}
