import { type BirthDossier, type DeathDossier, type Dossier } from '@lienthong/contracts';
import { birthRules } from '../birth/birth.rules';
import { deathRules } from '../death/death.rules';
import { knownAddresses, knownOffices, officesOfAddress } from './places.rule';
import { partsOfProcedures, procedureList } from './procedures.rule';
import { brokenRules, type Fault, type Filing, type Rule } from './rule';

const SHARED: readonly Rule<Dossier>[] = [
  procedureList,
  partsOfProcedures,
  knownOffices,
  officesOfAddress,
  knownAddresses,
];
const BIRTH: readonly Rule<BirthDossier>[] = [...SHARED, ...birthRules];
const DEATH: readonly Rule<DeathDossier>[] = [...SHARED, ...deathRules];

/**
 * Every rule between fields that a dossier breaks. Filing takes a dossier without any; whatever changes a filed one
 * (supplement, correction) is held to the same rules by {@link newFaults}.
 */
export function faultsOf(dossier: Dossier, filing: Filing): readonly Fault[] {
  return dossier.procedureGroup === 'birth'
    ? brokenRules(BIRTH, dossier, filing)
    : brokenRules(DEATH, dossier, filing);
}

/**
 * The faults that a change brings into a dossier. One that was there before, because the dossier was filed when a rule
 * did not exist yet, is not the change's: such a case must be able to go on.
 */
export function newFaults(before: Dossier, after: Dossier, filing: Filing): readonly Fault[] {
  return withoutInherited(faultsOf(after, filing), () => faultsOf(before, filing));
}

/** Those of `faults` that are not among `inherited`, which is asked for only where there are any. */
export function withoutInherited<F extends Pick<Fault, 'pointer'> & { readonly code: string }>(
  faults: readonly F[],
  inherited: () => readonly F[],
): readonly F[] {
  if (faults.length === 0) return faults;
  const known = new Set(inherited().map(keyOf));
  return faults.filter((fault) => !known.has(keyOf(fault)));
}

function keyOf({ pointer, code }: { readonly pointer: string; readonly code: string }): string {
  return `${code} ${pointer}`;
}
