import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CASE_SORTS } from '@lienthong/contracts';
import { type CaseAddress } from './use-case-address';

/** All orders, also those without a column head. */
export function SortMenu({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  return (
    <NativeSelect
      size="xs"
      aria-label={t('sort.label')}
      data={CASE_SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      value={address.sort}
      onChange={({ currentTarget }) => {
        const sort = CASE_SORTS.find((each) => each === currentTarget.value);
        if (sort) address.order(sort);
      }}
    />
  );
}
