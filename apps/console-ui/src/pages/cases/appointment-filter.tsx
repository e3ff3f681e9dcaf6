import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseAddress } from './use-case-address';

/** Working days that can be chosen; another number comes from the address only. */
const WITHIN = [0, 1, 2, 3, 5, 10];
const OVERDUE = 'overdue';

/** Overdue, or due within some working days: a case cannot be both. */
export function AppointmentFilter({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  const { overdue, dueWithin } = address.filters;
  const days = dueWithin === undefined || WITHIN.includes(dueWithin) ? WITHIN : [...WITHIN, dueWithin];
  return (
    <Select
      label={t('filter.appointment')}
      placeholder={t('filter.any')}
      clearable
      clearButtonProps={{ 'aria-label': `${t('filter.clearField')}: ${t('filter.appointment')}` }}
      data={[
        { value: OVERDUE, label: t('filter.overdue') },
        ...days.map((count) => ({
          value: String(count),
          label: count === 0 ? t('filter.dueToday') : t('filter.dueWithin', { count }),
        })),
      ]}
      value={overdue ? OVERDUE : (dueWithin?.toString() ?? null)}
      onChange={(chosen) =>
        address.change({
          overdue: chosen === OVERDUE || undefined,
          dueWithin: chosen === null || chosen === OVERDUE ? undefined : Number(chosen),
        })
      }
    />
  );
}
