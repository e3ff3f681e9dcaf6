import { useTranslation } from 'react-i18next';
import { PROCEDURE_NAMES, type Procedure } from '@lienthong/contracts';
import { formatDay, formatInstant } from '../../../format/instants';
import { speaks } from '../../../i18n/i18n';

interface PlaceNames {
  name(code: string): string;
}

const OFFICES = new Set(['civilRegistry', 'residency', 'healthInsurance', 'socialBenefits', 'communeCode']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** How the value of a field of a form reads. */
export function useDossierText(places: PlaceNames): (field: string, value: unknown) => string {
  const { t } = useTranslation('case');
  const text = (field: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((item) => text(field, item)).join(', ');
    if (typeof value === 'object' && value !== null) return address(value, places);
    if (typeof value !== 'string') return t('dossier.unset');
    if (OFFICES.has(field)) return places.name(value);
    if (field === 'procedures') return PROCEDURE_NAMES[value as Procedure]?.[speaks()] ?? value;
    if (DAY.test(value)) return formatDay(value);
    if (INSTANT.test(value)) return formatInstant(value);
    return t(`dossier.value.${value}`, { defaultValue: value });
  };
  return text;
}

/** `12 Đội Cấn, Phường Ba Đình`. */
function address(value: object, places: PlaceNames): string {
  const { communeCode, detail } = value as { readonly communeCode?: string; readonly detail?: string };
  return [detail, communeCode === undefined ? undefined : places.name(communeCode)]
    .filter(Boolean)
    .join(', ');
}
