import { type Message } from '@lienthong/contracts';

/** A file that wants an officer (cán bộ). Subject: the office. */
export type OfficerRequested = Message<
  'vn.lienthong.officer.requested.v1',
  {
    readonly dossierNumber: string;
    /** Running number of the office's files (số thứ tự): tells a repeated request. */
    readonly ticket: number;
    /** Epoch ms: files are called in this order. */
    readonly receivedAt: number;
    /** How long an officer will have it in hand, in ms of office hours. */
    readonly handsOnMs: number;
  }
>;

/** The work was stopped: the file leaves the queue, or the officer's hands. Subject: the office. */
export type OfficerReleased = Message<
  'vn.lienthong.officer.released.v1',
  { readonly ticket: number; readonly at: number }
>;

/** The office's answer: an officer takes the file up. Subject: the dossier number. */
export type OfficerAssigned = Message<
  'vn.lienthong.officer.assigned.v1',
  { readonly ticket: number; readonly startedAt: number }
>;

/** What an office is told by the files at its agency. All of it stays inside the agency, on its own commands. */
export type OfficeMessage = OfficerRequested | OfficerReleased;

const OFFICE_TYPES: ReadonlySet<string> = new Set<OfficeMessage['type']>([
  'vn.lienthong.officer.requested.v1',
  'vn.lienthong.officer.released.v1',
]);

export function isForOffice({ type }: Message): boolean {
  return OFFICE_TYPES.has(type);
}
