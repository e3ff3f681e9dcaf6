import { type MishapKind } from './mishaps';

/** Real ms from the moment that something went wrong. */
export interface Recovery {
  readonly kind: MishapKind;
  readonly name: string;
  /** Nothing was held down any more: an engine was up again, the last of two kills done. */
  readonly heldMs: number;
  /** Every process takes requests. */
  readonly readyMs: number;
  /** A dossier filed at that moment has its receipt. */
  readonly acceptedMs: number;
  /** Its case has been through the services to its end; the simulated work of the officers included. */
  readonly endedMs: number;
}

const MEASURES = { held: 'heldMs', ready: 'readyMs', accepted: 'acceptedMs', ended: 'endedMs' } as const;

/** One line a kind: how long it took until all was well. */
export function recoveryLines(recoveries: readonly Recovery[]): readonly string[] {
  const kinds = [...new Set(recoveries.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const of = recoveries.filter((recovery) => recovery.kind === kind);
    const told = Object.entries(MEASURES).map(([name, measure]) => {
      const ascending = [...of].sort((a, b) => a[measure] - b[measure]);
      const [middle, worst] = [ascending[ascending.length >> 1], ascending.at(-1)];
      return `${name} p50 ${seconds(middle?.[measure])} max ${seconds(worst?.[measure])} (${worst?.name})`;
    });
    return `  ${kind} (${of.length}): ${told.join(', ')}`;
  });
}

export function seconds(ms = NaN): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
