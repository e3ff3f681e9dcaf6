import { type LinkedAgencyId } from '@lienthong/contracts';
import { FROZEN_BLOCKS, heldElsewhere } from '@lienthong/procedures';
import { pointerToken, type FieldError } from '@lienthong/platform';
import { type AdmissibleDossier, type DossierValidator } from '../intake/dossier.validator';
import { nulls, type Reading } from '../intake/forms/form-reader';
import { leafCount } from './leaves';

export type Json = Readonly<Record<string, unknown>>;

/** Which agency asked, and whose part of the case has begun. */
export interface AskedFor {
  readonly agency: LinkedAgencyId;
  readonly begun: readonly LinkedAgencyId[];
}

/**
 * Checks what an applicant supplements: everything but what the filing fixed may change (NĐ 63/2024), and the dossier
 * must then still be one that could be filed.
 * @param data new content by block; undefined where only a note answers the agency
 */
export function readSupplementData(
  validator: Pick<DossierValidator, 'validateChange'>,
  filed: AdmissibleDossier,
  { agency, begun }: AskedFor,
  data: Json | undefined,
  note: string | undefined,
): Reading<Json> {
  if (data === undefined || leafCount(data) === 0) {
    if (note !== undefined) return { ok: true, value: {} };
    return refused([{ pointer: '/data', code: data === undefined ? 'required' : 'empty' }]);
  }
  const errors = [...frozen(data), ...nulls(data, '/data')];
  if (errors.length > 0) return refused(errors);
  const reading = validator.validateChange(filed, data, (changed) =>
    heldElsewhere(filed.dossier, changed, agency, begun),
  );
  return reading.ok
    ? reading
    : refused(reading.errors.map((error) => ({ ...error, pointer: `/data${error.pointer}` })));
}

/** Fixed by the filing: who works, on what, by which limits. */
function frozen(data: Json): FieldError[] {
  const blocks = Object.keys(data).filter((name) => FROZEN_BLOCKS.has(name));
  const errors = blocks.map((name): FieldError => ({
    pointer: `/data/${pointerToken(name)}`,
    code: 'frozen-field',
  }));
  if (isRegimeChange(data)) errors.push({ pointer: '/data/benefits/regime', code: 'frozen-field' });
  return errors;
}

function isRegimeChange({ benefits }: Json): boolean {
  return typeof benefits === 'object' && benefits !== null && 'regime' in benefits;
}

function refused(errors: readonly FieldError[]): Reading<Json> {
  return { ok: false, errors };
}
