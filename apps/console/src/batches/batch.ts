import { type BatchRequest, type BatchStatus } from '@lienthong/contracts';

/** Items that one of the workers takes at a time. */
export const CHUNK_SIZE = 50;
/** Items that one batch may act on. */
export const MOST_ITEMS = 100_000;

/** Whoever works at something has it until then, unless it says so again. */
export interface Lease {
  /** Counts the workers that have had it: what an earlier one still saves is refused. */
  readonly attempt: number;
  /** Epoch ms of the real clock. */
  readonly until: number;
}

export interface BatchCounts {
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One action on everything that a selection brought when the batch began (lô). Its items are in chunks of their own. */
export interface Batch extends BatchCounts {
  readonly request: BatchRequest;
  readonly actor: string;
  readonly roles: readonly string[];
  /** Epoch ms. */
  readonly at: number;
  readonly status: BatchStatus;
  /** Who selects. The chunks that count are those of the attempt that came to an end. */
  readonly selecting?: Lease;
  readonly total: number;
  readonly chunks: number;
  /** Numbers of the chunks whose results are in the counts. */
  readonly counted: readonly number[];
  /** Epoch ms. */
  readonly finishedAt?: number;
  /** Why it ended before it began. */
  readonly error?: string;
  /** Number of the audit entry on its end: where it stands, or is about to. */
  readonly entry?: number;
  /** That entry is written. */
  readonly closed?: true;
}

/** What a batch is to act on: a dossier number or an incident's id. */
export interface BatchTarget {
  readonly target: string;
  readonly dossierNumber?: string;
  /** Of an incident to discard: the message that failed when it was selected. */
  readonly failed?: string;
}

export interface ItemResult {
  readonly result: 'succeeded' | 'failed' | 'skipped';
  /** A problem's code, or an error. */
  readonly detail?: string;
  /** What was so before. */
  readonly before?: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Some items of a batch. */
export interface BatchChunk {
  readonly batch: string;
  /** The attempt to select that it belongs to. */
  readonly selection: number;
  readonly number: number;
  readonly targets: readonly BatchTarget[];
  /** By index of the item; null while it waits. */
  readonly results: readonly (ItemResult | null)[];
  readonly lease?: Lease;
  /** Number of the first of its items' audit entries: where they stand, or are about to. */
  readonly entry?: number;
  /** Its results are in the batch's counts. */
  readonly counted?: true;
}

/** The audit log's word for what a batch does to each of its items, e.g. `case.stop`. */
export function itemAction({ request }: Pick<Batch, 'request'>): string {
  return 'incidents' in request ? `incident.${request.action}` : `case.${request.action}`;
}

/** The batch that an operation starts. */
export function batchIdOf(operation: string): string {
  return operation.replace(/^o-/, 'b-');
}

/** Chunks come by the attempt to select and their number. */
export function chunkId(batch: string, selection: number, number: number): string {
  return `${chunksOf(batch, selection)}${String(number).padStart(5, '0')}`;
}

/** How the ids of a selection's chunks begin; also the facet by which they are found. */
export function chunksOf(batch: string, selection: number): string {
  return `${batch}/${selection}/`;
}
