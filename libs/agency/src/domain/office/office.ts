import { type TicketBook } from './ticket-book';

/** A file in the queue. Times are epoch ms. */
export interface WaitingFile {
  readonly dossierNumber: string;
  readonly ticket: number;
  readonly receivedAt: number;
  readonly handsOnMs: number;
}

/** A file that an officer took up, until it leaves the officer's hands. */
export interface FileInHand {
  readonly ticket: number;
  readonly until: number;
}

/** One office of an agency (cơ quan tiếp nhận) and its queue: the aggregate whose id is the office's code. */
export interface Office {
  /** First come first. */
  readonly waiting: readonly WaitingFile[];
  /** The last file of each officer who ever had one, the first to be done first: officers are alike. */
  readonly inHand: readonly FileInHand[];
  readonly tickets: TicketBook;
  /** When the first in the queue is called; none while nobody waits. */
  readonly callAt?: number;
}
