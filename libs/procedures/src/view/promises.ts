import { type HistoryEntry, type LinkedAgencyId, type PromisedDate } from '@lienthong/contracts';
import { type CaseState } from '../case/case-state';
import { type Wait, waitsAfter } from './applicant-waits';
import { isAfterDue } from './due';

/**
 * Every date that the applicant was promised, oldest first: the appointment of the receipt, each date that a pause or a
 * verification moved it to, and the new date of each apology (hẹn lại). Read off the history alone.
 * @param now epoch ms; a promise that passes while its work is open is broken from the instant after it
 */
export function promisesOf(state: CaseState, now: number): readonly PromisedDate[] {
  return state.history.flatMap((entry) => promisesIn(state, entry, now));
}

function promisesIn(state: CaseState, entry: HistoryEntry, now: number): readonly PromisedDate[] {
  const { at, type, agency } = entry;
  const data = (entry.data ?? {}) as { readonly appointment?: number; readonly promised?: number };
  const found: PromisedDate[] = [];
  if (data.appointment !== undefined)
    found.push({
      promisedAt: at,
      dueAt: data.appointment,
      reason: type === 'dossier.accepted' ? 'receipt' : 'moved',
      // The appointment is the latest of these: one that was moved was not broken.
      broken:
        data.appointment === state.appointment.dueAt &&
        isAfterDue(state.finishedAt ?? state.pausedSince ?? now, data.appointment),
    });
  if (type === 'apology.issued' && agency && data.promised !== undefined)
    found.push({
      promisedAt: at,
      dueAt: data.promised,
      reason: 'apology',
      agency,
      broken: isBroken(state, agency, at, data.promised, now),
    });
  return found;
}

function isBroken(state: CaseState, agency: LinkedAgencyId, at: number, dueAt: number, now: number): boolean {
  let waits: readonly Wait[] = [];
  for (const entry of state.history) waits = waitsAfter(waits, entry, agency);
  const end = state.agencies.find((one) => one.agency === agency)?.finishedAt ?? now;
  return end > (brokenAfter({ at, dueAt }, waits) ?? Infinity);
}

/**
 * The instant after which the new date of an apology is broken while the work is open; undefined where it never can be: the
 * agency asked the applicant for something before the date came, and the applicant's time is not the agency's.
 */
export function brokenAfter(
  { at, dueAt }: { readonly at: number; readonly dueAt: number },
  waits: readonly Wait[],
): number | undefined {
  return waits.some(({ from }) => from >= at && from <= dueAt) ? undefined : dueAt;
}
