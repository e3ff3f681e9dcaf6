import { type BirthDossier, type DeathDossier } from '@lienthong/contracts';
import { EXAMPLES } from '../src/api-docs/examples';

/** 2026-11-16T09:00+07:00, a Monday morning: both sample dossiers can be filed then. */
export const FILED_AT = Date.parse('2026-11-16T09:00:00+07:00');

/** A birth dossier that is right in everything; a new object each time. */
export function birthDossier(): BirthDossier {
  return structuredClone(EXAMPLES.birth.value);
}

/** A death dossier that is right in everything; a new object each time. */
export function deathDossier(): DeathDossier {
  return structuredClone(EXAMPLES.death.value);
}
