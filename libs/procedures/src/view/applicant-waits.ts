import { type HistoryEntry, type LinkedAgencyId } from '@lienthong/contracts';

/** A time in which the applicant owed an agency a supplement (epoch ms). Open while `to` is absent. */
export interface Wait {
  readonly from: number;
  readonly to?: number;
}

/** A wait that has ended, or is taken as of an instant. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const NONE: readonly Wait[] = [];

/**
 * The applicant's waits with one agency after one more entry of the history: begun by a request for a supplement; ended by
 * the answer, by the end of its window, and by an order to stop or withdraw the case.
 */
export function waitsAfter(
  waits: readonly Wait[],
  { type, at, agency: of }: HistoryEntry,
  agency: LinkedAgencyId,
): readonly Wait[] {
  const last = waits.at(-1);
  const open = last !== undefined && last.to === undefined;
  switch (type) {
    case 'supplement.requested':
      return of === agency && !open ? [...waits, { from: at }] : waits;
    case 'supplement.provided':
    case 'supplement.expired':
      return of === agency && open ? ended(waits, last, at) : waits;
    case 'withdrawal.requested':
    case 'stop.requested':
      return open ? ended(waits, last, at) : waits;
    default:
      return waits;
  }
}

/** When the applicant owed this agency a supplement, until `asOf` where it still does. */
export function applicantSpans(
  history: readonly HistoryEntry[],
  agency: LinkedAgencyId,
  asOf: number,
): readonly Span[] {
  let waits = NONE;
  for (const entry of history) waits = waitsAfter(waits, entry, agency);
  return closedAt(waits, asOf);
}

/** Waits as spans: one that is open lasts until `asOf`. What took no time is left out. */
export function closedAt(waits: readonly Wait[], asOf: number): readonly Span[] {
  return waits
    .map(({ from, to = asOf }) => ({ from, to: Math.max(from, to) }))
    .filter(({ from, to }) => to > from);
}

/** Spans that overlap, as one each, in order: agencies that waited side by side stop a case's clock once. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const union: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && span.from < last.to)
      union[union.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else union.push(span);
  }
  return union;
}

function ended(waits: readonly Wait[], last: Wait, at: number): readonly Wait[] {
  return [...waits.slice(0, -1), { from: last.from, to: Math.max(last.from, at) }];
}
