import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AGENCY_NAMES,
  type IndicatorDimension,
  LINKED_AGENCIES,
  POLICY_IDS,
  PROCEDURE_GROUPS,
  PROCEDURE_NAMES,
} from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { speaks } from '../../i18n/i18n';
import { PROCEDURES, type Filter } from './selection';
import { writtenTime } from './written-time';

interface Labels {
  /** A row's key as it stands on screen. */
  readonly label: (by: IndicatorDimension, key: string) => string;
  readonly options: (filter: Exclude<Filter, 'province'>) => { value: string; label: string }[];
}

const VALUES = {
  procedureGroup: PROCEDURE_GROUPS,
  procedure: PROCEDURES,
  agency: LINKED_AGENCIES,
  policy: POLICY_IDS,
} as const;

/** Names of what indicators are told apart by. */
export function useLabels(): Labels {
  const { t } = useTranslation();
  const { name } = usePlaces();
  const label = useCallback(
    (by: IndicatorDimension, key: string): string => {
      switch (by) {
        case 'procedureGroup':
          return t(`group.${key}`);
        case 'procedure':
          return named(PROCEDURE_NAMES, key);
        case 'agency':
          return named(AGENCY_NAMES, key);
        case 'policy':
          return t(`policy.${key}`);
        case 'province':
          return name(key);
        case 'day':
        case 'week':
        case 'month':
          return writtenTime(by, key, speaks());
      }
    },
    [t, name],
  );
  return {
    label,
    options: (filter) => VALUES[filter].map((value) => ({ value, label: label(filter, value) })),
  };
}

function named(
  names: Readonly<Record<string, { readonly vi: string; readonly en: string }>>,
  key: string,
): string {
  return names[key]?.[speaks()] ?? key;
}
