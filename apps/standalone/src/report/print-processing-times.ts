import { CASE_QUERIES, type CaseQueries, type PolicyId } from '@lienthong/contracts';
import { POLICIES } from '@lienthong/procedures';
import Table from 'cli-table3';
import { type Standalone } from '../standalone';
import { ProcessingTimeSummary, type SummaryRow, WORKING_DAYS_BEFORE } from './processing-time-summary';

const PAGE = 200;
const NAMES = { birth: 'Birth (khai sinh)', death: 'Death (khai tử)' } as const;

/** Prints how long the finished cases took, beside what the law allows and what it took before. */
export async function printProcessingTimes({ app }: Standalone): Promise<void> {
  const queries = app.get<CaseQueries>(CASE_QUERIES, { strict: false });
  const summary = new ProcessingTimeSummary();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await queries.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, 'en');
    for (const view of page.items) {
      const time = await queries.processingTime(view.dossierNumber);
      if (time) summary.add(view, time);
    }
    cursor = page.nextCursor;
  }
  process.stdout.write(`\n${renderProcessingTimes(summary.rows())}\n${legend(summary.openCases)}\n\n`);
}

/** A row a kind of case that has a limit of its own. */
export function renderProcessingTimes(rows: readonly SummaryRow[]): string {
  const table = new Table({
    head: ['Procedure group', 'Kind', 'Limit', 'Cases', 'p50', 'p90', 'p99', 'Late', 'Applicant', 'Before'],
    colAligns: ['left', 'left', ...new Array<'right'>(8).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    table.push([
      NAMES[row.procedureGroup],
      row.policy === 'nd63' ? kindOf(row) : `${kindOf(row)}, ${row.policy}`,
      row.limitWorkingDays,
      row.cases,
      ...[row.p50, row.p90, row.p99].map((days) => days.toFixed(2)),
      `${(row.lateShare * 100).toFixed(1)} %`,
      row.applicant ? `${row.applicant.p90.toFixed(2)} (${row.applicant.cases})` : '-',
      WORKING_DAYS_BEFORE[row.procedureGroup],
    ]);
  }
  return table.toString();
}

/** What has this limit, under the row's policy: two rows of a group are two kinds of case. */
function kindOf({ procedureGroup, policy, limitWorkingDays }: SummaryRow): string {
  const { birth, death } = POLICIES[policy as PolicyId];
  if (procedureGroup === 'birth')
    return limitWorkingDays === birth.total ? 'ordinary' : 'residence verified on site';
  const regimes = (Object.keys(REGIMES) as (keyof typeof REGIMES)[]).filter(
    (regime) => death.total[regime] === limitWorkingDays,
  );
  return regimes.map((regime) => REGIMES[regime]).join(' or ');
}

const REGIMES = {
  'without-benefits': 'no benefit',
  'social-protection': 'social protection',
  'social-insurance': 'social insurance',
  merit: 'merit',
} as const;

function legend(open: number): string {
  const still = open === 0 ? 'All cases have ended.' : `${open} cases are still open.`;
  return [
    `Working days of 8 office hours that count against the limit. ${still}`,
    'Applicant: working days in which a supplement was owed, nine in ten at most (cases); left out of the times.',
    'Before: what the procedures took before the decree.',
  ].join('\n');
}
