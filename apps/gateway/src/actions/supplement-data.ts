import { DELIVERIES, type ProcedureGroup } from '@lienthong/contracts';
import { pointerToken, type FieldError } from '@lienthong/platform';
import { isOneOf } from '../intake/fields/checks';
import { type FormClass } from '../intake/fields/form-fields';
import { ChildForm, HealthInsuranceForm, ResidenceForm } from '../intake/forms/birth.forms';
import { BenefitsForm, DeathForm, DeceasedForm } from '../intake/forms/death.forms';
import { readPartialForm, type Reading } from '../intake/forms/form-reader';
import { ApplicantForm, PersonForm } from '../intake/forms/shared.forms';

export type Json = Readonly<Record<string, unknown>>;

const BLOCKS: Readonly<Record<ProcedureGroup, Readonly<Record<string, FormClass>>>> = {
  birth: {
    applicant: ApplicantForm,
    child: ChildForm,
    mother: PersonForm,
    father: PersonForm,
    residence: ResidenceForm,
    healthInsurance: HealthInsuranceForm,
  },
  death: { applicant: ApplicantForm, deceased: DeceasedForm, death: DeathForm, benefits: BenefitsForm },
};

/** Fixed by the filing: who works, on what, by which limits. */
const FROZEN: ReadonlySet<string> = new Set([
  'procedureGroup',
  'procedures',
  'channel',
  'agencies',
  'submittedAt',
  'simulation',
]);

const isDelivery = isOneOf(DELIVERIES);

/**
 * Checks what an applicant supplements: everything but the agency block may change (NĐ 63/2024), each block by its own
 * part of the form. Blocks the form does not know pass: an agency may ask for what no form foresees.
 */
export function readSupplementData(group: ProcedureGroup, data: Json): Reading<Json> {
  const errors: FieldError[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(data)) {
    const pointer = `/data/${pointerToken(name)}`;
    const form = Object.hasOwn(BLOCKS[group], name) ? BLOCKS[group][name] : undefined;
    if (FROZEN.has(name)) errors.push({ pointer, code: 'frozen-field' });
    else if (name === 'delivery' && isDelivery(content) !== undefined) {
      errors.push({ pointer, code: 'unknown-value', params: { allowed: DELIVERIES.join(', ') } });
    } else if (form) {
      const reading = readPartialForm(form, content, pointer);
      if (reading.ok) read[name] = reading.value;
      else errors.push(...reading.errors);
    } else read[name] = content;
  }
  if (isRegimeChange(data)) errors.push({ pointer: '/data/benefits/regime', code: 'frozen-field' });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: read };
}

function isRegimeChange({ benefits }: Json): boolean {
  return typeof benefits === 'object' && benefits !== null && 'regime' in benefits;
}
