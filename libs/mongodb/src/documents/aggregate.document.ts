import { type Addressed } from '@lienthong/event-bus';
import { type Envelope, type FacetColumn, type Parked, type Write } from '@lienthong/store';

export type Facets = Record<string, string | number>;

/** An aggregate with everything that changes together with it, as one document: saved whole or not at all. */
export interface AggregateDocument {
  readonly _id: string;
  readonly version: number;
  readonly state?: unknown;
  readonly sent: number;
  readonly seen: readonly (string | number)[];
  readonly parked?: Parked;
  /** W3C trace context, where somebody traces. */
  readonly trace?: string;
  /** Epoch ms of the simulation's clock; absent without a timer. */
  readonly dueAt?: number;
  readonly facets: Facets;
  readonly outbox: readonly Addressed[];
  /** Claims that this step gives up; gone from `claims` before the next step. */
  readonly releases?: readonly string[];
  /** The process that saved it, and which of its attempts to save that was. */
  readonly writer: string;
  readonly attempt: number;
  /** Epoch ms of the real clock: nobody will give this step again, so the sweeper sees to its outbox. */
  readonly unpublishedSince?: number;
}

/** What a step leaves to be done once it is saved. */
export type Effects = Pick<
  AggregateDocument,
  '_id' | 'version' | 'outbox' | 'releases' | 'writer' | 'attempt'
>;

export interface SavedBy {
  readonly writer: string;
  readonly attempt: number;
  /** Set when nobody would give the step again. */
  readonly unpublishedSince: number | undefined;
}

export function toDocument(
  write: Write,
  columns: readonly FacetColumn[],
  { writer, attempt, unpublishedSince }: SavedBy,
): AggregateDocument {
  const { version, state, sent, seen, parked, trace } = write.envelope;
  const document: AggregateDocument = {
    _id: write.id,
    version,
    state,
    sent,
    seen,
    facets: toFacets(write.facets, columns),
    outbox: write.messages,
    writer,
    attempt,
    ...(parked ? { parked } : {}),
    ...(trace === undefined ? {} : { trace }),
    ...(write.dueAt === undefined ? {} : { dueAt: write.dueAt }),
    ...(write.releases.length > 0 ? { releases: write.releases } : {}),
  };
  const owes = unpublishedSince !== undefined && leavesEffects(document);
  return owes ? { ...document, unpublishedSince } : document;
}

export function toEnvelope({ version, state, sent, seen, parked, trace }: AggregateDocument): Envelope {
  return {
    version,
    state,
    sent,
    seen,
    ...(parked ? { parked } : {}),
    ...(trace === undefined ? {} : { trace }),
  };
}

export function leavesEffects({ outbox, releases }: Pick<AggregateDocument, 'outbox' | 'releases'>): boolean {
  return outbox.length > 0 || (releases?.length ?? 0) > 0;
}

function toFacets(values: Write['facets'], columns: readonly FacetColumn[]): Facets {
  const facets: Facets = {};
  columns.forEach(({ name }, i) => {
    const value = values[i];
    if (value !== undefined) facets[name] = value;
  });
  return facets;
}
