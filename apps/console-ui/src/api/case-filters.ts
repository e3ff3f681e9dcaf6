import {
  CASE_SORTS,
  CASE_STATUSES,
  type CaseSelection,
  type CaseSort,
  type CaseStatus,
  LINKED_AGENCIES,
  POLICY_IDS,
  PROCEDURE_GROUPS,
} from '@lienthong/contracts';

/** Cases that are not closed. */
export const OPEN_STATUSES: readonly CaseStatus[] = ['submitted', 'in-progress', 'awaiting-supplement'];

/** What the case list's address says: as {@link CaseSelection}, but `from` and `to` are days (`2026-11-22`), both included. */
export type CaseFilters = CaseSelection;

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** What of an address is a filter; what it does not know is left out. */
export function readFilters(parameters: URLSearchParams): CaseFilters {
  const one = (name: string): string | undefined => parameters.get(name)?.trim() || undefined;
  const among = <T extends string>(values: readonly T[], name: string): T | undefined =>
    values.find((value) => value === one(name));
  const status = (one('status') ?? '').split(',');
  const code = (name: string, form: RegExp): string | undefined => form.exec(one(name) ?? '')?.[0];
  return present({
    number: one('number')
      ?.toUpperCase()
      .replace(/[^A-Z0-9.-]/g, '')
      .slice(0, 40),
    status: nonEmpty(CASE_STATUSES.filter((known) => status.includes(known))),
    procedureGroup: among(PROCEDURE_GROUPS, 'procedureGroup'),
    agency: among(LINKED_AGENCIES, 'agency'),
    province: code('province', /^\d{2}$/),
    commune: code('commune', /^\d{5}$/),
    policy: among(POLICY_IDS, 'policy'),
    overdue: yesOrNo(one('overdue')),
    stepOverdue: one('stepOverdue') === 'true' || undefined,
    promiseBroken: one('promiseBroken') === 'true' || undefined,
    dueWithin: whole(code('dueWithin', /^([1-5]?\d|60)$/)),
    incident: one('incident') === 'true' || undefined,
    withoutOwner: one('withoutOwner') === 'true' || undefined,
    from: dayOf(one('from')),
    to: dayOf(one('to')),
  });
}

/** Newest first, unless the address says otherwise. */
export function readSort(parameters: URLSearchParams): CaseSort {
  return CASE_SORTS.find((sort) => sort === parameters.get('sort')) ?? '-submittedAt';
}

/** The case list's address that selects so. */
export function casesPath(filters: CaseFilters, sort?: CaseSort): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(present({ ...filters, sort })))
    parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
  // Commas may stand in a query as they are; an address that is passed on should be readable.
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '/cases' : `/cases?${query}`;
}

/** What the API is asked: days become instants, the last day's end is the first instant that is out. */
export function selectionOf(filters: CaseFilters): CaseSelection {
  return present({
    ...filters,
    from: filters.from && midnight(filters.from),
    to: filters.to && midnight(nextDay(filters.to)),
  });
}

function yesOrNo(text: string | undefined): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function whole(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function dayOf(text = ''): string | undefined {
  const day = DAY.exec(text)?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

const midnight = (day: string): string => `${day}T00:00:00+07:00`;

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}

type Present<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };

function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== ''),
  ) as Present<T>;
}
