import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type BatchRequest } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { formatInstant } from '../../format/instants';
import { speaks } from '../../i18n/i18n';
import { type Condition, conditionsOf } from './conditions';

interface RequestWords {
  /** What a batch selects by, one phrase a condition. */
  conditions(request: BatchRequest): readonly string[];
}

/** Batches in words. */
export function useRequestWords(): RequestWords {
  const { t } = useTranslation('batches');
  const places = usePlaces();
  return {
    conditions: (request) => {
      const conditions = conditionsOf(request);
      if (conditions.length === 0) return [t('everything')];
      return conditions.map((condition) => phrase(t, condition, (code) => places.name(code)));
    },
  };
}

function phrase(t: TFunction, { key, values = [] }: Condition, placeName: (code: string) => string): string {
  const names = values.map((value) => {
    switch (key) {
      case 'service':
        return t(`incidents:service.${value}`, { defaultValue: value });
      case 'status':
        return t(`common:status.${value}`, { defaultValue: value });
      case 'procedureGroup':
        return t(`common:group.${value}`, { defaultValue: value });
      case 'policy':
        return t(`common:policy.${value}`, { defaultValue: value });
      case 'agency':
        return value in AGENCY_NAMES ? AGENCY_NAMES[value as keyof typeof AGENCY_NAMES][speaks()] : value;
      case 'province':
      case 'commune':
        return placeName(value);
      case 'from':
      case 'to':
        return formatInstant(value);
      default:
        return value;
    }
  });
  return t(`condition.${key}`, { value: names.join(', ') });
}
