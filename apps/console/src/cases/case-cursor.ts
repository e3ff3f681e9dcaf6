import { type CaseSort } from '@lienthong/contracts';
import { type FacetValue, type AggregateQuery } from '@lienthong/engine';
import { isDossierNumber } from '@lienthong/numbers';

/** Where a page ended: the value that the list is sorted by, and the dossier number. */
export interface CasePosition {
  readonly value: FacetValue;
  readonly id: string;
}

export function toCursor({ value, id }: CasePosition): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Undefined for what is no cursor of ours. */
export function fromCursor(cursor: string): CasePosition | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parsed)) return undefined;
    const [value, id] = parsed as readonly unknown[];
    return typeof value === 'number' && typeof id === 'string' && isDossierNumber(id)
      ? { value, id }
      : undefined;
  } catch {
    return undefined;
  }
}

export type CaseSortFacet = 'submittedAt' | 'appointment' | 'updatedAt';

export function orderOf(
  sort: CaseSort,
): NonNullable<AggregateQuery['order']> & { readonly facet: CaseSortFacet } {
  const descending = sort.startsWith('-');
  return { facet: (descending ? sort.slice(1) : sort) as CaseSortFacet, descending };
}
