import { type BirthReference } from '@lienthong/simulation';

/** What one line of a recorded file says, before its dossier is checked. */
export interface Entry {
  /** Counted from 1. */
  readonly line: number;
  /** As it is written. */
  readonly submittedAt: unknown;
  readonly idempotencyKey: unknown;
  readonly birth: BirthReference | undefined;
  readonly dossier: unknown;
  /** How the file calls what a JSON pointer into the dossier points to. */
  readonly nameOf: (pointer: string) => string;
}

/** Reads a byte stream of one layout. Throws {@link EntryFault}. */
export type EntryReader = (bytes: AsyncIterable<Buffer>) => AsyncGenerator<Entry>;

/** What is wrong with one line; the file's name is added by who knows it. */
export class EntryFault extends Error {
  constructor(
    readonly line: number | undefined,
    message: string,
  ) {
    super(message);
    this.name = 'EntryFault';
  }
}
