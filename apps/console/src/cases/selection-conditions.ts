import { type CaseSelection, type CaseStatus } from '@lienthong/contracts';
import { type FacetConditions, type FacetRange, type FacetValue } from '@lienthong/engine';
import { parseInstant, startOfVietnamDay } from '@lienthong/platform';
import { AGENCY_FACETS, type AgencyHolds } from '../read-model/case-facets';
import { endOfWorkingDay } from './due-within';

/** Statuses of cases that somebody works on; work after issue is among it. */
export const OPEN_STATUSES: readonly CaseStatus[] = ['submitted', 'in-progress', 'awaiting-supplement'];

const HOLDS: readonly AgencyHolds[] = ['working', 'awaiting', 'closed'];

/** Dossier numbers that other services have to be asked for. */
export interface KnownElsewhere {
  /** With an open incident. */
  standing(): Promise<readonly string[]>;
  /** Open, and nobody would move them on. */
  ownerless(): Promise<readonly string[]>;
}

/**
 * A selection as conditions on the facets, at `now`. Late is what will stay late: an open case past its due time, or one that
 * ended after it.
 * @param elsewhere what is asked for only where the selection speaks of it
 */
export async function conditionsOf(
  selection: CaseSelection,
  now: number,
  elsewhere: KnownElsewhere,
): Promise<FacetConditions> {
  const { number } = selection;
  return {
    where: equalities(selection),
    ranges: ranges(selection, now),
    ...(number === undefined ? undefined : { idPrefix: number }),
    ...(await named(selection, elsewhere)),
  };
}

/** The cases that others name: in all of the lists that are wanted, and in none of those that are not. */
async function named(
  { incident, withoutOwner }: CaseSelection,
  elsewhere: KnownElsewhere,
): Promise<Pick<FacetConditions, 'ids' | 'exceptIds'>> {
  const wanted: (readonly string[])[] = [];
  const excepted: (readonly string[])[] = [];
  if (incident !== undefined) (incident ? wanted : excepted).push(await elsewhere.standing());
  if (withoutOwner !== undefined) (withoutOwner ? wanted : excepted).push(await elsewhere.ownerless());
  const [first, ...others] = wanted;
  return {
    ...(first && { ids: others.reduce(inBoth, first) }),
    ...(excepted.length > 0 && { exceptIds: excepted.flat() }),
  };
}

function inBoth(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((id) => known.has(id));
}

/** The instant of a selection's limit: with an offset, or a day in Vietnam, from midnight. */
export function instantOf(text: string): number | undefined {
  // A plus sign that was not escaped arrives as a space: no instant has one.
  return parseInstant(text.replace(' ', '+')) ?? startOfVietnamDay(text);
}

function equalities({
  status,
  procedureGroup,
  agency,
  province,
  commune,
  policy,
}: CaseSelection): Record<string, FacetValue | readonly FacetValue[]> {
  return {
    ...(status && { status }),
    ...(procedureGroup && { group: procedureGroup }),
    ...(agency && { [AGENCY_FACETS[agency].at]: HOLDS }),
    ...(province !== undefined && { province }),
    ...(commune !== undefined && { commune }),
    ...(policy && { policy }),
  };
}

function ranges(
  { agency, overdue, stepOverdue, promiseBroken, dueWithin, from, to }: CaseSelection,
  now: number,
): readonly FacetRange[] {
  const found: FacetRange[] = [];
  if (overdue === true) found.push({ facet: 'overdueAfter', to: now });
  if (overdue === false) found.push({ facet: 'overdueAfter', from: now, orAbsent: true });
  // Of one agency, where one is chosen.
  const step = agency ? AGENCY_FACETS[agency].due : 'stepOverdueAfter';
  if (stepOverdue === true) found.push({ facet: step, to: now });
  if (stepOverdue === false) found.push({ facet: step, from: now, orAbsent: true });
  if (promiseBroken === true) found.push({ facet: 'promiseBrokenAfter', to: now });
  if (promiseBroken === false) found.push({ facet: 'promiseBrokenAfter', from: now, orAbsent: true });
  if (dueWithin !== undefined)
    found.push({ facet: 'overdueAfter', from: now, to: endOfWorkingDay(now, dueWithin) });
  const filedFrom = from === undefined ? undefined : instantOf(from);
  const filedTo = to === undefined ? undefined : instantOf(to);
  if (filedFrom !== undefined || filedTo !== undefined)
    found.push({
      facet: 'submittedAt',
      ...(filedFrom === undefined ? undefined : { from: filedFrom }),
      ...(filedTo === undefined ? undefined : { to: filedTo }),
    });
  return found;
}
