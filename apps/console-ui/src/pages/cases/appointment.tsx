import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseRow } from '@lienthong/contracts';
import { formatLeft } from '../../format/durations';
import { formatDay } from '../../format/instants';
import classes from './cases.module.css';

/** Hẹn trả, and what is left until then; of a closed case whether it was kept. */
export function Appointment({ row }: { readonly row: CaseRow }) {
  const { t } = useTranslation('cases');
  return (
    <>
      <Text size="sm">{formatDay(row.appointment)}</Text>
      <Text
        size="xs"
        {...(row.overdue ? { fw: 500 } : { c: 'dimmed' })}
        className={`${classes['ellipsis']} ${row.overdue ? classes['late'] : ''}`}
      >
        {left()}
      </Text>
    </>
  );

  function left(): string {
    if (row.paused) return t('row.paused');
    if (row.workingMsLeft !== undefined) return formatLeft(row.workingMsLeft, row.overdue);
    if (row.overdue) return t('row.endedLate');
    return row.finishedAt === undefined ? '' : t('row.ended', { day: formatDay(row.finishedAt) });
  }
}
