import 'dayjs/locale/vi';
import { DatePickerInput } from '@mantine/dates';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { speaks } from '../../i18n/i18n';
import classes from './cases.module.css';
import { type CaseAddress } from './use-case-address';

/** Filed from a day to another, both included. */
export function FiledFilter({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  const id = useId();
  const { from, to } = address.filters;
  // While only the first day is chosen the address stays as it is.
  const [begun, setBegun] = useState<string>();
  const apply = (first: string | null, last: string | null): void => {
    setBegun(undefined);
    address.change({ from: first ?? undefined, to: last ?? undefined });
  };
  return (
    <DatePickerInput
      type="range"
      id={id}
      // The calendar is named after the field that it belongs to.
      popoverProps={{ id }}
      className={classes['period'] ?? ''}
      classNames={{ day: classes['day'] ?? '' }}
      hideOutsideDates
      ariaLabels={{
        previousMonth: t('calendar.previousMonth'),
        nextMonth: t('calendar.nextMonth'),
        previousYear: t('calendar.previousYear'),
        nextYear: t('calendar.nextYear'),
        previousDecade: t('calendar.previousDecade'),
        nextDecade: t('calendar.nextDecade'),
      }}
      label={t('filter.filed')}
      placeholder={t('filter.any')}
      valueFormat="DD/MM/YYYY"
      locale={speaks()}
      allowSingleDateInRange
      clearable
      clearButtonProps={{ 'aria-label': `${t('filter.clearField')}: ${t('filter.filed')}` }}
      value={begun === undefined ? [from ?? null, to ?? null] : [begun, null]}
      onChange={([first, last]) => (first !== null && last === null ? setBegun(first) : apply(first, last))}
      onDropdownClose={() => begun !== undefined && apply(begun, null)}
    />
  );
}
