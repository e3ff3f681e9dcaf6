import { type HistoryEntry } from '@lienthong/contracts';
import { type AgencyProgress, type CaseState } from './case-state';

/**
 * The entries of one decision, the last of which also tells what the decision moved without saying so: the appointment
 * after a pause or a verification, and the due times of agencies. The history alone then tells every clock.
 */
export function movedClocks(
  before: CaseState,
  after: CaseState,
  entries: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const last = entries.at(-1);
  if (!last) return entries;
  const deadlines = after.agencies.flatMap((progress) => movedDeadline(before, progress, last) ?? []);
  const appointment = after.appointment.dueAt;
  const moved = appointment !== before.appointment.dueAt;
  if (!moved && deadlines.length === 0) return entries;
  const data = {
    ...last.data,
    ...(moved ? { appointment } : undefined),
    ...(deadlines.length === 0 ? undefined : { deadlines }),
  };
  return [...entries.slice(0, -1), { ...last, data }];
}

/** A later due time of work that was under way, unless the entry tells it. */
function movedDeadline(
  before: CaseState,
  { agency, dueAt, limitWorkingDays }: AgencyProgress,
  { agency: told, data }: HistoryEntry,
): object | undefined {
  const known = before.agencies.find((progress) => progress.agency === agency)?.dueAt;
  if (dueAt === undefined || known === undefined || dueAt === known) return undefined;
  return told === agency && data?.['dueAt'] === dueAt ? undefined : { agency, dueAt, limitWorkingDays };
}
