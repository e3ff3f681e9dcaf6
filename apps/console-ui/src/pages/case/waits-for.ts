import { type CaseDetail, type Instant } from '@lienthong/contracts';

interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Until when whoever holds the case has it, and what was asked of the applicant. */
export function waitsFor({ owner, timers, clocks, timeline }: CaseDetail): {
  readonly until?: Instant;
  readonly reason?: Text;
} {
  if (owner?.agency === undefined) return {};
  const mine = <T extends { readonly agency?: string }>(one: T): boolean => one.agency === owner.agency;
  if (owner.kind === 'agency') {
    const until = clocks.find(mine)?.dueAt;
    return until === undefined ? {} : { until };
  }
  const until = timers.find((timer) => mine(timer) && timer.kind === 'supplement-window')?.dueAt;
  const asked = timeline.filter((entry) => mine(entry) && entry.type === 'supplement.requested').at(-1);
  const reason = asked?.data?.['reason'];
  return { ...(until !== undefined && { until }), ...(isText(reason) && { reason }) };
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;
}
