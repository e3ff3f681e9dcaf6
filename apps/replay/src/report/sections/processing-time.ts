import { PROCEDURE_GROUP_NAMES } from '@lienthong/contracts';
import { limitChart } from '../charts/limit-chart';
import { PALETTE } from '../charts/palette';
import { stepChart } from '../charts/step-chart';
import { decimal, limit, whole } from '../format/vietnamese';
import { bi, section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table } from '../html/table';
import { policyName } from '../names';
import { type ReplayReport } from '../replay-report';
import { type DayHistogram, type GroupTimes } from '../../statistics';
import { timeColumns } from './time-columns';

/** How long whole cases took, beside the lawful limits. */
export function processingTime({ processingTime: groups, statistics }: ReplayReport): Markup | undefined {
  if (groups.length === 0) return undefined;
  return section(
    'processing-time',
    { vi: 'Thời gian giải quyết so với thời hạn', en: 'Processing time beside the lawful limits' },
    html`<p class="note">
      Ngày làm việc 8 giờ, không tính thời gian chờ người dân bổ sung. Ngày lịch tính từ khi nộp đến khi kết
      thúc.
      <span class="en" lang="en"
        >Working days of 8 hours without the time applicants owed a supplement; calendar days from filing to
        end.</span
      >
    </p>`,
    table<GroupTimes>(
      { vi: 'Thời gian giải quyết, ngày làm việc', en: 'Processing time, working days' },
      [
        {
          head: { vi: 'Nhóm', en: 'Group' },
          value: ({ procedureGroup }) => bi(PROCEDURE_GROUP_NAMES[procedureGroup]),
          text: true,
        },
        {
          head: { vi: 'Chính sách', en: 'Policy' },
          value: ({ policy }) => bi(policyName(policy)),
          text: true,
        },
        ...timeColumns<GroupTimes>(),
      ],
      groups,
    ),
    limitChart({
      title: { vi: 'Thời gian giải quyết và thời hạn', en: 'Processing time and limits' },
      alternative: groups.map(sentence).join(' '),
      rows: groups.map((group) => ({
        name: `${PROCEDURE_GROUP_NAMES[group.procedureGroup].vi}, ${limit(group.limitWorkingDays)}${shortPolicy(groups, group)}`,
        ...group.workingDays,
        limit: group.limitWorkingDays.most,
      })),
    }),
    ...statistics.histograms.map((histogram) => dayHistogram(histogram, groups)),
  );
}

/** The policy only where a run has several. */
function shortPolicy(groups: readonly GroupTimes[], { policy }: GroupTimes): string {
  return new Set(groups.map((group) => group.policy)).size > 1 ? ` (${policy})` : '';
}

function sentence({ procedureGroup, policy, limitWorkingDays, workingDays }: GroupTimes): string {
  const name = `${PROCEDURE_GROUP_NAMES[procedureGroup].vi} (${policyName(policy).vi}, thời hạn ${limit(limitWorkingDays)})`;
  return `${name}: trung vị ${decimal(workingDays.p50, 2)}, p90 ${decimal(workingDays.p90, 2)}, p99 ${decimal(workingDays.p99, 2)} ngày làm việc.`;
}

function dayHistogram(
  { procedureGroup, binWorkingDays, counts, above }: DayHistogram,
  groups: readonly GroupTimes[],
): Markup {
  const name = PROCEDURE_GROUP_NAMES[procedureGroup];
  const last = counts.findLastIndex((count) => count > 0);
  const limits = new Set(
    groups
      .filter((group) => group.procedureGroup === procedureGroup)
      .map((group) => group.limitWorkingDays.most),
  );
  const cases = counts.reduce((sum, count) => sum + count, above);
  const most = counts.reduce((top, count) => Math.max(top, count), 0);
  return stepChart({
    title: {
      vi: `${name.vi}: số hồ sơ theo ngày làm việc`,
      en: `${name.en}: cases by working days${above === 0 ? '' : ` (${above} beyond ${counts.length * binWorkingDays})`}`,
    },
    alternative: `${whole(cases)} hồ sơ; nhiều nhất ${whole(most)} hồ sơ trong một khoảng nửa ngày; thời hạn ${[...limits].map(whole).join(', ')} ngày.`,
    x: { unit: 'ngày làm việc', binWidth: binWorkingDays },
    y: { unit: 'hồ sơ' },
    colour: PALETTE[procedureGroup],
    counts: counts.slice(0, last + 1),
    limits: [...limits],
  });
}
