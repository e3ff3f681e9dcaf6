import { parsePersonalId } from '@lienthong/numbers';
import { hashText, unitOf } from '@lienthong/simulation';

/** Nobody younger can have a judicial record. */
const AGE_OF_RESPONSIBILITY = 16;
const SALT = 0x4c4c5450;

/**
 * The simulated look-up: whether the person has a judicial record. A pure function of seed and personal id.
 * @param year of the death
 */
export function hasJudicialRecord(seed: number, personalId: string, year: number, share: number): boolean {
  const parsed = parsePersonalId(personalId);
  if (parsed.valid && year - parsed.value.birthYear < AGE_OF_RESPONSIBILITY) return false;
  return unitOf(hashText(seed ^ SALT, personalId), 0) < share;
}
