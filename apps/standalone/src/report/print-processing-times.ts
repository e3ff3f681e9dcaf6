import { vietnamCalendar } from '@lienthong/calendar';
import { CASE_QUERIES, type CaseQueries } from '@lienthong/contracts';
import Table from 'cli-table3';
import { type Standalone } from '../standalone';
import { ProcessingTimeSummary, type SummaryRow, WORKING_DAYS_BEFORE } from './processing-time-summary';

const PAGE = 200;
const NAMES = { birth: 'Birth (khai sinh)', death: 'Death (khai tử)' } as const;

/** Prints how long the finished cases took, beside what the law allows and what it took before. */
export async function printProcessingTimes({ app }: Standalone): Promise<void> {
  const queries = app.get<CaseQueries>(CASE_QUERIES, { strict: false });
  const summary = new ProcessingTimeSummary(vietnamCalendar);
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await queries.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, 'en');
    for (const view of page.items) {
      const time = await queries.processingTime(view.dossierNumber);
      if (time) summary.add(view, time);
    }
    cursor = page.nextCursor;
  }
  process.stdout.write(`\n${render(summary.rows())}\n${legend(summary.openCases)}\n\n`);
}

function render(rows: readonly SummaryRow[]): string {
  const table = new Table({
    head: ['Procedure group', 'Policy', 'Cases', 'p50', 'p90', 'p99', 'Limit', 'Before', 'Late'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push([
      NAMES[row.procedureGroup],
      row.policy,
      row.cases,
      ...[row.p50, row.p90, row.p99].map((days) => days.toFixed(2)),
      row.limitWorkingDays,
      WORKING_DAYS_BEFORE[row.procedureGroup],
      `${(row.lateShare * 100).toFixed(1)} %`,
    ]);
  }
  return table.toString();
}

function legend(open: number): string {
  const still = open === 0 ? 'All cases have ended.' : `${open} cases are still open.`;
  return `Processing times in working days of 8 hours, time that applicants owed a supplement left out. ${still}`;
}
