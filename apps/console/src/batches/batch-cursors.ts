import { Problem } from '@lienthong/platform';

/** Where a list of batches goes on. */
export interface BatchCursor {
  readonly at: number;
  readonly id: string;
}

/** Where a list of items goes on: the item with this index of this chunk is the next. */
export interface ItemCursor {
  readonly chunk: number;
  readonly index: number;
}

export function writeBatchCursor({ at, id }: BatchCursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** @throws Problem 400 for what is no cursor of ours */
export function readBatchCursor(cursor: string): BatchCursor {
  const [, at, id] = /^(\d{1,15}) (b-[\w-]{22})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined) throw invalid();
  return { at: Number(at), id };
}

export function writeItemCursor({ chunk, index }: ItemCursor): string {
  return `${chunk}.${index}`;
}

/** @throws Problem 400 for what is no cursor of ours */
export function readItemCursor(cursor: string): ItemCursor {
  const [, chunk, index] = /^(\d{1,5})\.(\d{1,3})$/.exec(cursor) ?? [];
  if (chunk === undefined || index === undefined) throw invalid();
  return { chunk: Number(chunk), index: Number(index) };
}

function invalid(): Problem {
  return Problem.validation([{ pointer: '/query/cursor', code: 'invalid-cursor' }]);
}
