import { AGENCY_NAMES, PROCEDURE_NAMES, PROCEDURE_STATUSES } from '@lienthong/contracts';
import { percent, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { type Markup } from '../html/markup';
import { table } from '../html/table';
import { type Bilingual } from '../names';
import { type ReplayReport } from '../replay-report';
import { type AgencyTimes, type ProcedureTimes, type StatisticsSummary } from '../../statistics';
import { timeColumns } from './time-columns';

const STATUS_HEADS: Readonly<Record<(typeof PROCEDURE_STATUSES)[number], Bilingual>> = {
  'not-started': { vi: 'Chưa bắt đầu', en: 'not started' },
  'in-progress': { vi: 'Đang xử lý', en: 'in progress' },
  'awaiting-supplement': { vi: 'Chờ bổ sung', en: 'awaiting' },
  completed: { vi: 'Hoàn thành', en: 'completed' },
  refused: { vi: 'Từ chối', en: 'refused' },
  stopped: { vi: 'Dừng', en: 'stopped' },
  cancelled: { vi: 'Hủy', en: 'cancelled' },
};

type StatusRow = StatisticsSummary['byProcedureAndStatus'][number];

/** Each procedure beside its own limit, and how many ended how. */
export function byProcedure({ statistics }: ReplayReport): Markup | undefined {
  const { procedures, byProcedureAndStatus } = statistics;
  if (procedures.length === 0) return undefined;
  const statuses = PROCEDURE_STATUSES.filter((status) =>
    byProcedureAndStatus.some(({ counts }) => counts[status] !== undefined),
  );
  const name = { vi: 'Thủ tục', en: 'Procedure' };
  return section(
    'procedures',
    { vi: 'Theo thủ tục', en: 'By procedure' },
    table<ProcedureTimes>(
      { vi: 'Thời gian theo thủ tục, ngày làm việc', en: 'Times by procedure, working days' },
      [
        { head: name, value: ({ procedure }) => bi(PROCEDURE_NAMES[procedure]), text: true },
        ...timeColumns<ProcedureTimes>(),
      ],
      procedures,
    ),
    table<StatusRow>(
      { vi: 'Kết quả theo thủ tục', en: 'Procedures by status' },
      [
        { head: name, value: ({ procedure }) => bi(PROCEDURE_NAMES[procedure]), text: true },
        ...statuses.map((status) => ({
          head: STATUS_HEADS[status],
          value: ({ counts }: StatusRow) => whole(counts[status] ?? 0),
        })),
      ],
      byProcedureAndStatus,
    ),
  );
}

/** Each agency's part of the cases. */
export function byAgency({ statistics: { agencies } }: ReplayReport): Markup | undefined {
  if (agencies.length === 0) return undefined;
  return section(
    'agencies',
    { vi: 'Theo cơ quan', en: 'By agency' },
    table<AgencyTimes>(
      { vi: 'Thời gian theo cơ quan, ngày làm việc', en: 'Times by agency, working days' },
      [
        {
          head: { vi: 'Cơ quan', en: 'Agency' },
          value: ({ agency }) => bi(AGENCY_NAMES[agency]),
          text: true,
        },
        ...timeColumns<AgencyTimes>(),
        {
          head: { vi: 'Yêu cầu bổ sung', en: 'supplements' },
          value: ({ supplements, cases }) => percent(cases === 0 ? null : supplements / cases),
        },
      ],
      agencies,
    ),
  );
}
