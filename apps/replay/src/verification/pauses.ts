import { type HistoryEntry, type LinkedAgencyId, type Segment } from '@lienthong/contracts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What ends the applicant's debt to one agency; orders to stop a case end all of them. */
const ANSWERED: ReadonlySet<string> = new Set(['supplement.provided', 'supplement.expired']);
const ALL_ENDED: ReadonlySet<string> = new Set(['withdrawal.requested', 'stop.requested']);

/**
 * How long the applicant owed a supplement to any agency, agencies that waited side by side counted once (ms).
 * Undefined where segments and history contradict one another.
 */
export function pausedMsOf(
  segments: readonly Segment[],
  history: readonly HistoryEntry[] | undefined,
): number | undefined {
  const held = unionMs(segments.filter(({ kind }) => kind === 'applicant'));
  return !history || unionMs(waitsIn(history)) === held ? held : undefined;
}

function waitsIn(history: readonly HistoryEntry[]): readonly Span[] {
  const open = new Map<LinkedAgencyId, number>();
  const waits: Span[] = [];
  const end = (agency: LinkedAgencyId, to: number): void => {
    const from = open.get(agency);
    if (from !== undefined) waits.push({ from, to });
    open.delete(agency);
  };
  for (const { at, type, agency } of history) {
    if (type === 'supplement.requested' && agency) open.set(agency, at);
    else if (agency && ANSWERED.has(type)) end(agency, at);
    else if (ALL_ENDED.has(type)) for (const one of [...open.keys()]) end(one, at);
  }
  return waits;
}

function unionMs(spans: readonly Span[]): number {
  if (spans.length === 0) return 0;
  let sum = 0;
  let until = -Infinity;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to > until) sum += to - Math.max(from, until);
    until = Math.max(until, to);
  }
  return sum;
}
