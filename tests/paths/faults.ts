import { isDeepStrictEqual } from 'node:util';
import {
  type AgencyReport,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  type Message,
  PROCEDURE_AGENCY,
  type ReportOutcome,
  type Segment,
  type TimelineEntry,
} from '@lienthong/contracts';
import { type SagaContext } from '@lienthong/procedures';
import { type Addressed } from '@lienthong/event-bus';
import { type CaseFile } from './case-file';

/** What breaks a guarantee in one case, in words; none when it holds. */
export type Faults = readonly string[];

const RESULTS: ReadonlySet<string> = new Set<ReportOutcome>(['approved', 'refused', 'stopped']);

/** G2: each agency ended its part once, as the case says, and holds one record of what it approved. */
export function recordFaults({ dossierNumber, state, work }: CaseFile, sent: readonly Addressed[]): Faults {
  return LINKED_AGENCIES.flatMap((agency) => {
    const item = work[agency];
    const expected = endOf(state.snapshot.context, agency);
    const results = sent
      .filter(({ topic }) => topic === `${agency}.events`)
      .map(({ message }) => (message.data as Partial<AgencyReport>).outcome ?? '')
      .filter((outcome) => RESULTS.has(outcome));
    const actual = {
      results,
      status: item?.status,
      record: item?.record && (item.record.active ? 'active' : 'revoked'),
    };
    return isDeepStrictEqual(actual, expected)
      ? []
      : [`${dossierNumber}: ${agency} has ${JSON.stringify(actual)}, the case ${JSON.stringify(expected)}`];
  });
}

function endOf({ issued, revoked, refused, stopped }: SagaContext, agency: LinkedAgencyId): object {
  if (issued.includes(agency)) return { results: ['approved'], status: 'decided', record: 'active' };
  if (revoked.includes(agency)) return { results: ['approved'], status: 'decided', record: 'revoked' };
  if (refused.includes(agency)) return { results: ['refused'], status: 'decided', record: undefined };
  if (stopped.includes(agency)) return { results: ['stopped'], status: 'stopped', record: undefined };
  return { results: [], status: undefined, record: undefined };
}

/** G4: the history is in order of time, and one case event was published for each of its entries. */
export function historyFaults({ dossierNumber, timeline }: CaseFile, sent: readonly Addressed[]): Faults {
  const faults: string[] = [];
  timeline.forEach((entry, i) => {
    if (entry.index !== i + 1) faults.push(`${dossierNumber}: entry ${i + 1} is numbered ${entry.index}`);
    if (entry.at < (timeline[i - 1]?.at ?? 0))
      faults.push(`${dossierNumber}: ${entry.type} goes back in time`);
  });
  const told = timeline.map(({ type }) => `vn.lienthong.${type}.v1`).join();
  const published = sent.filter(({ topic }) => topic === 'case.events').map(({ message }) => message.type);
  if (published.join() !== told) faults.push(`${dossierNumber}: its events differ from its history`);
  return faults;
}

/** G4: a sender's messages count from 1 without gaps and without repeats, and never go back in time. */
export function streamFaults(stream: string, messages: readonly Message[]): Faults {
  return messages.flatMap(({ sequence, time }, i) => {
    if (sequence !== i + 1) return [`${stream}: message ${i + 1} is numbered ${sequence}`];
    return time < (messages[i - 1]?.time ?? 0) ? [`${stream}: message ${sequence} goes back in time`] : [];
  });
}

const BEGINNINGS: ReadonlySet<string> = new Set(['dossier.sent-to-registry', 'work.requested']);
const ENDINGS =
  /^(birth\.registered|death\.registered|residence\.(registered|deleted)|health-card\.issued|benefit\.decided|(registration|residence|health-card|benefit)\.refused|work\.stopped)$/;

/** G6: the segments of every procedure touch, and add up to the millisecond to what the history says of it. */
export function timeFaults({ dossierNumber, state, timeline, time, view }: CaseFile): Faults {
  const faults: string[] = [];
  for (const procedure of state.dossier.procedures) {
    const agency = PROCEDURE_AGENCY[procedure];
    const own = timeline.filter((entry) => entry.agency === agency);
    const commanded = own.find(({ type }) => BEGINNINGS.has(type))?.at;
    const from = agency === 'civil-registry' ? state.submittedAt : commanded;
    const to = own.find(({ type }) => ENDINGS.test(type))?.at;
    const segments = time.segments.filter((segment) => segment.procedure === procedure);
    if (!isChain(segments)) faults.push(`${procedure} has gaps`);
    const sum = segments.reduce((ms, { calendarMs }) => ms + calendarMs, 0);
    if (sum !== (to ?? 0) - (from ?? 0)) faults.push(`${procedure} adds up to ${sum} of ${from} to ${to}`);
    const shown = view.procedures.find((one) => one.procedure === procedure);
    if (shown?.startedAt !== from || shown?.finishedAt !== to)
      faults.push(`${procedure} is shown with other times`);
  }
  const { calendarMs, pausedMs } = time.total;
  if (calendarMs !== lastEnd(timeline) - state.submittedAt) faults.push(`takes ${calendarMs} in all`);
  const waited = joined(time.segments.filter(({ kind }) => kind === 'applicant'));
  if (pausedMs !== waited) faults.push(`was paused for ${pausedMs}, the applicant held it for ${waited}`);
  return faults.map((fault) => `${dossierNumber}: ${fault}`);
}

/** When the case first came to rest: what follows issue is no processing time. */
function lastEnd(timeline: readonly TimelineEntry[]): number {
  const rest = timeline.find(({ type }) =>
    /^(result\.returned|dossier\.(refused|withdrawn|stopped))$/.test(type),
  );
  return rest?.at ?? NaN;
}

function isChain(segments: readonly Segment[]): boolean {
  return segments.every(
    ({ from, to, calendarMs }, i) =>
      calendarMs === to - from && to > from && (i === 0 || segments[i - 1]?.to === from),
  );
}

/** How long at least one of the segments lasted. */
function joined(segments: readonly Segment[]): number {
  let end = -Infinity;
  let sum = 0;
  for (const { from, to } of [...segments].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}
