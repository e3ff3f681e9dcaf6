import { PROCEDURE_BITS, PROCEDURE_GROUPS, PROCEDURES_OF, type Procedure } from '@lienthong/contracts';

/** A choice of procedures as a number, as it is stored: one bit each. */
export function procedureMask(procedures: readonly Procedure[]): number {
  return procedures.reduce((mask, procedure) => mask | (1 << PROCEDURE_BITS[procedure]), 0);
}

/** Every choice within a group that has this procedure in it. */
export function masksWith(procedure: Procedure): readonly number[] {
  const bit = procedureMask([procedure]);
  const groups = PROCEDURE_GROUPS.map((group) => procedureMask(PROCEDURES_OF[group])).filter(
    (all) => all & bit,
  );
  return groups.flatMap((all) => {
    const masks: number[] = [];
    for (let mask = all; mask > 0; mask = (mask - 1) & all) if (mask & bit) masks.push(mask);
    return masks;
  });
}
