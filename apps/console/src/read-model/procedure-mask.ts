import { BIRTH_PROCEDURES, DEATH_PROCEDURES, type Procedure } from '@lienthong/contracts';

const PROCEDURES: readonly Procedure[] = [...BIRTH_PROCEDURES, ...DEATH_PROCEDURES];

/** A choice of procedures as a number: one bit each. */
export function procedureMask(procedures: readonly Procedure[]): number {
  return procedures.reduce((mask, procedure) => mask | (1 << PROCEDURES.indexOf(procedure)), 0);
}

/** Every choice that has this procedure in it. */
export function masksWith(procedure: Procedure): readonly number[] {
  const group = (BIRTH_PROCEDURES as readonly Procedure[]).includes(procedure)
    ? BIRTH_PROCEDURES
    : DEATH_PROCEDURES;
  const all = procedureMask(group);
  const bit = procedureMask([procedure]);
  const masks: number[] = [];
  for (let mask = all; mask > 0; mask = (mask - 1) & all) if (mask & bit) masks.push(mask);
  return masks;
}
