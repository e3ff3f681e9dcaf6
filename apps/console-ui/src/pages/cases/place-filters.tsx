import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '../../api/places';
import { matching } from './place-search';
import { type CaseAddress } from './use-case-address';

/** The most options that are drawn at once. */
const LIMIT = 60;

/** Province, then commune; a commune can also be found among all. */
export function PlaceFilters({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  const places = usePlaces();
  const { province, commune } = address.filters;
  const provinces = useMemo(
    () => places.provinces.map(({ code, name }) => ({ value: code, label: name })),
    [places],
  );
  const communes = useMemo(
    () =>
      places.communes
        .filter(([, , of]) => province === undefined || of === province)
        .map(([code, name, of]) => ({
          value: code,
          label: province === undefined ? `${name}, ${places.name(of)}` : name,
        })),
    [places, province],
  );
  const common = {
    searchable: true,
    clearable: true,
    limit: LIMIT,
    nothingFoundMessage: t('filter.nothing'),
  } as const;
  return (
    <>
      <Select
        {...common}
        label={t('filter.province')}
        placeholder={t('filter.any')}
        clearButtonProps={{ 'aria-label': `${t('filter.clearField')}: ${t('filter.province')}` }}
        data={provinces}
        filter={({ options, search, limit }) => matching(options, search, limit)}
        value={province ?? null}
        onChange={(chosen) => address.change({ province: chosen ?? undefined, commune: undefined })}
      />
      <Select
        {...common}
        label={t('filter.commune')}
        placeholder={t('filter.communeHint')}
        clearButtonProps={{ 'aria-label': `${t('filter.clearField')}: ${t('filter.commune')}` }}
        data={communes}
        filter={({ options, search, limit }) => matching(options, search, limit)}
        value={commune ?? null}
        onChange={(chosen) => address.change({ commune: chosen ?? undefined })}
      />
    </>
  );
}
