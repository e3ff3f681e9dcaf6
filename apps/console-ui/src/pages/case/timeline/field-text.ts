import { type TFunction } from 'i18next';
import { PROCEDURE_NAMES, type Procedure } from '@lienthong/contracts';
import { formatElapsed, formatWorking } from '../../../format/durations';
import { formatDay, formatInstant } from '../../../format/instants';
import { formatCount } from '../../../format/numbers';
import { speaks } from '../../../i18n/i18n';

/** A field of a history entry's data: a name and a value, or fields within it. */
export interface DataField {
  readonly name: string;
  readonly value?: string;
  readonly fields?: readonly DataField[];
}

interface Words {
  readonly t: TFunction;
  /** The name of a place by its code. */
  readonly placeName: (code: string) => string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PLACES = new Set([
  'office',
  'province',
  'civilRegistry',
  'residency',
  'healthInsurance',
  'socialBenefits',
]);

/** What a history entry holds, as people read it. @param words with the texts of the namespace `case` */
export function dataFields(data: Readonly<Record<string, unknown>>, words: Words): readonly DataField[] {
  return Object.entries(data).map(([key, value]) => {
    const name = words.t(`history.field.${key}`, {
      defaultValue: words.t(`dossier.field.${key.split('.').at(-1)}`, { defaultValue: key }),
    });
    const text = textOf(key, value, words);
    if (text !== undefined) return { name, value: text };
    return { name, fields: dataFields(value as Readonly<Record<string, unknown>>, words) };
  });
}

function textOf(key: string, value: unknown, words: Words): string | undefined {
  if (typeof value === 'string') return stringText(key, value, words);
  if (typeof value === 'number') return numberText(key, value);
  if (typeof value === 'boolean') return words.t(value ? 'history.yes' : 'history.no');
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.map((item) => textOf(key, item, words)).join(', ');
  if (isReason(value)) return value[speaks()];
  if (Array.isArray(value) && value.every(isReason)) return value.map((one) => one[speaks()]).join('; ');
  return typeof value === 'object' && value !== null ? undefined : String(value);
}

function stringText(key: string, value: string, { t, placeName }: Words): string {
  if (INSTANT.test(value)) return formatInstant(value);
  if (DAY.test(value)) return formatDay(value);
  if (PLACES.has(key)) return placeName(value);
  if (value in PROCEDURE_NAMES) return PROCEDURE_NAMES[value as Procedure][speaks()];
  if (key === 'policy') return t(`common:policy.${value}`, { defaultValue: value });
  return t(`dossier.value.${value}`, { defaultValue: value });
}

function numberText(key: string, value: number): string {
  if (key === 'workingMs') return formatWorking(value);
  if (key.endsWith('Ms')) return formatElapsed(value);
  return formatCount(value);
}

/** A reason says the same in both languages. */
function isReason(value: unknown): value is { readonly vi: string; readonly en: string } {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;
}
