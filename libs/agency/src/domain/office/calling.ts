import { type WorkingCalendar } from '@lienthong/calendar';
import { type FileInHand, type Office, type WaitingFile } from './office';

/** How an office works. */
export interface OfficeRules {
  /** At this office; `Infinity`: as many as are wanted. */
  readonly officers: number;
  readonly calendar: WorkingCalendar;
}

/** A file and when an officer took it up (epoch ms). */
export interface CalledFile {
  readonly file: WaitingFile;
  readonly startedAt: number;
}

const MINUTE_MS = 60_000;

/**
 * Hands out the files that an officer has become free for by `now`, first come first. What came in at `now` itself is
 * left to the next call: by then all that came with it is known, in whatever order it was told, and the queue is the
 * same in every run.
 */
export function callFiles(
  office: Office,
  now: number,
  rules: OfficeRules,
): { readonly office: Office; readonly called: readonly CalledFile[] } {
  const called: CalledFile[] = [];
  let { inHand } = office;
  for (const file of office.waiting) {
    const startedAt = startOf(file, inHand, rules);
    if (file.receivedAt >= now || startedAt > now) break;
    called.push({ file, startedAt });
    const until = rules.calendar.addWorkingMs(startedAt, file.handsOnMs);
    inHand = insertedBy(byEnd, stillInHand(inHand, rules), { ticket: file.ticket, until });
  }
  const waiting = office.waiting.slice(called.length);
  return { office: scheduled({ ...office, waiting, inHand }, rules), called };
}

/** The office with the time of its next call: a whole minute, at which many offices call. */
export function scheduled(office: Office, rules: OfficeRules): Office {
  const { callAt: _callAt, ...rest } = office;
  const [first] = office.waiting;
  if (!first) return rest;
  const start = startOf(first, office.inHand, rules);
  const known = Math.floor(first.receivedAt / MINUTE_MS + 1) * MINUTE_MS;
  return { ...rest, callAt: Math.max(Math.ceil(start / MINUTE_MS) * MINUTE_MS, known) };
}

/** In order of arrival; of what arrived at one instant, in order of the dossier numbers. */
export function queued(waiting: readonly WaitingFile[], file: WaitingFile): readonly WaitingFile[] {
  return insertedBy(byArrival, waiting, file);
}

export function byEnd(a: FileInHand, b: FileInHand): number {
  return a.until - b.until || a.ticket - b.ticket;
}

/** When the office is open, the file there, and an officer free. */
function startOf(
  file: WaitingFile,
  inHand: readonly FileInHand[],
  { officers, calendar }: OfficeRules,
): number {
  const free = inHand[inHand.length - officers]?.until ?? -Infinity;
  return calendar.nextOpening(Math.max(file.receivedAt, free));
}

/** What the others have in hand when one officer takes the next file up. */
function stillInHand(inHand: readonly FileInHand[], { officers }: OfficeRules): readonly FileInHand[] {
  return inHand.slice(Math.max(0, inHand.length - officers + 1));
}

function byArrival(a: WaitingFile, b: WaitingFile): number {
  return a.receivedAt - b.receivedAt || (a.dossierNumber < b.dossierNumber ? -1 : 1);
}

/** Looks from the end, where most things belong. */
function insertedBy<T>(order: (a: T, b: T) => number, sorted: readonly T[], one: T): readonly T[] {
  let at = sorted.length;
  while (at > 0 && order(sorted[at - 1] as T, one) > 0) at--;
  return [...sorted.slice(0, at), one, ...sorted.slice(at)];
}
