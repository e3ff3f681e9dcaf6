import { type LinkedAgencyId } from '@lienthong/contracts';

/** An entry of `GET /v1/dossiers/{n}/timeline`. */
export interface Entry {
  /** ISO 8601, always `+07:00`: order of text is order of time. */
  readonly at: string;
  readonly type: string;
  readonly agency?: LinkedAgencyId;
  readonly data?: { readonly attempt?: number; readonly dueAt?: string };
}

const ALWAYS_TOLD = ['dossier.submitted', 'dossier.accepted', 'dossier.sent-to-registry'];

/** The agencies whose supplement window ran out. */
export function expiredIn(entries: readonly Entry[]): ReadonlySet<LinkedAgencyId> {
  const expired = entries.filter(({ type }) => type === 'supplement.expired');
  return new Set(expired.flatMap(({ agency }) => agency ?? []));
}

/** Whether the applicant withdrew while the case could still end by it. */
export function withdrawnIn(entries: readonly Entry[]): boolean {
  return entries.some(({ type }) => type === 'withdrawal.requested');
}

/** What is wrong with a timeline: every entry says something that happens once, per agency and attempt or in a case. */
export function timelineFaults(entries: readonly Entry[]): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  let before = '';
  for (const { at, type, agency = 'case', data } of entries) {
    const entry = `${type} of ${agency}, attempt ${data?.attempt ?? 1}`;
    if (seen.has(entry)) faults.push(`tells twice: ${entry}`);
    seen.add(entry);
    if (at < before) faults.push(`goes back in time at ${entry}`);
    if (type === 'supplement.expired' && at < (data?.dueAt ?? '')) faults.push(`is too early with ${entry}`);
    before = at;
  }
  for (const type of ALWAYS_TOLD)
    if (!entries.some((entry) => entry.type === type)) faults.push(`never tells ${type}`);
  return faults;
}
