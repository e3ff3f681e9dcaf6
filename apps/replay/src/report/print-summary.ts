import Table from 'cli-table3';
import { type ProcedureGroup } from '@lienthong/contracts';
import { type GroupTimes } from '../statistics';
import { type ReplayReport } from './replay-report';
import { counted, elapsed, fixed, share, size } from './format/english';

const GROUPS: Readonly<Record<ProcedureGroup, string>> = {
  birth: 'Birth (khai sinh)',
  death: 'Death (khai tử)',
};
const FAULTS_SHOWN = 5;

/** What the command prints when a run has ended: a verdict, the figures one asks for first, and the times. */
export function printSummary(report: ReplayReport): string {
  return [verdict(report), figures(report), ...times(report)].join('\n\n');
}

function verdict({ verified, dossiers, faults, faultCount }: ReplayReport): string {
  if (verified) return `PASS (đạt)  All ${counted(dossiers)} dossiers reached their expected end.`;
  const shown = faults
    .slice(0, FAULTS_SHOWN)
    .map(({ kind, dossierNumber, message }) => `  ${kind}  ${dossierNumber ?? '-'}  ${message}`);
  const more = faultCount > shown.length ? [`  and ${counted(faultCount - shown.length)} more`] : [];
  const head = `FAIL (không đạt)  ${counted(faultCount)} faults in ${counted(dossiers)} dossiers:`;
  return [head, ...shown, ...more].join('\n');
}

function figures(report: ReplayReport): string {
  const { statistics, latency, http, knee } = report;
  const { judged, cases } = statistics.late;
  const ends = Object.entries(report.byStatus).map(([status, count]) => `${counted(count)} ${status}`);
  const lines: readonly (readonly [string, string])[] = [
    ['Ends', ends.join(', ') || 'none'],
    ['Real time', `${elapsed(report.wallMs)}, ${counted(report.casesPerSecond)} cases a second`],
    ...(judged === 0 ? [] : [['On time (đúng hạn)', share((judged - cases) / judged)] as const]),
    ['Peak memory', size(report.peakRssBytes)],
    ...(report.diskBytes === null ? [] : [['Disk', size(report.diskBytes)] as const]),
    ...(latency?.answer
      ? [['Answers', `p50 ${elapsed(latency.answer.p50Ms)}, p99 ${elapsed(latency.answer.p99Ms)}`] as const]
      : []),
    ...(http
      ? [
          [
            'Over HTTP',
            `${counted(http.accepted)} of ${counted(http.sent)} accepted, ${counted(http.refused429)} times 429, ${counted(http.lateSends)} late sends, ${counted(http.failed)} failed`,
          ] as const,
        ]
      : []),
    ...(knee ? [['Knee', kneeOf(knee)] as const] : []),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n');
}

function kneeOf({ knee, bentFirst }: NonNullable<ReplayReport['knee']>): string {
  if (knee === null) return 'no rate was sustained';
  return `${counted(knee)} dossiers a second${bentFirst === null ? '' : `, then ${bentFirst}`}`;
}

function times({ processingTime }: ReplayReport): readonly string[] {
  if (processingTime.length === 0) return [];
  const table = new Table({
    head: ['Procedure group', 'Policy', 'Cases', 'p50', 'p90', 'p99', 'Limit', 'On time'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const row of processingTime) table.push(cells(row));
  return [`${table.toString()}\nWorking days of 8 hours, time that applicants owed a supplement left out.`];
}

function cells({
  procedureGroup,
  policy,
  cases,
  workingDays,
  limitWorkingDays,
  onTimeShare,
}: GroupTimes): string[] {
  return [
    GROUPS[procedureGroup],
    policy,
    counted(cases),
    ...[workingDays.p50, workingDays.p90, workingDays.p99].map((days) => fixed(days, 2)),
    String(limitWorkingDays.most),
    share(onTimeShare),
  ];
}
