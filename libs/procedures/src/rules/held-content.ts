import { type Dossier, type LinkedAgencyId } from '@lienthong/contracts';
import { type Fault } from './rule';

type Json = Readonly<Record<string, unknown>>;

/** Whose record a block of the dossier goes into. The others take what they need from the registry's certificate. */
const HOLDER_OF_BLOCK: Readonly<Record<string, LinkedAgencyId>> = {
  child: 'civil-registry',
  mother: 'civil-registry',
  father: 'civil-registry',
  deceased: 'civil-registry',
  death: 'civil-registry',
  residence: 'residency',
  healthInsurance: 'health-insurance',
  benefits: 'social-benefits',
};

/**
 * What a supplement for `asking` changes although another agency works on it already, or has issued on it: the case would
 * then say something else than that agency's record. After issue only a correction (cải chính) changes a certificate.
 * @param begun the agencies whose part has begun
 */
export function heldElsewhere(
  before: Dossier,
  after: Dossier,
  asking: LinkedAgencyId,
  begun: readonly LinkedAgencyId[],
): readonly Fault[] {
  return Object.entries(HOLDER_OF_BLOCK).flatMap(([block, holder]) => {
    if (holder === asking || !begun.includes(holder)) return [];
    const [was, is] = [before, after].map((dossier) => (dossier as unknown as Json)[block]);
    return changedFields(was, is, `/${block}`).map((pointer) => ({
      pointer,
      code: 'held-by-agency' as const,
    }));
  });
}

function changedFields(was: unknown, is: unknown, pointer: string): readonly string[] {
  if (was === is) return [];
  if (!isObject(is)) return [pointer];
  const known: Json = isObject(was) ? was : {};
  return Object.entries(is).flatMap(([name, value]) =>
    changedFields(known[name], value, `${pointer}/${name}`),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
