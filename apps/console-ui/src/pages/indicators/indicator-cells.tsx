import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow } from '@lienthong/contracts';
import { formatCount, formatShare } from '../../format/numbers';
import { formatDecimal } from './format-decimal';
import classes from './indicators.module.css';
import { against, inWorkingDays, perHundred } from './rows';
import { ShareBar, TimeBar } from './time-bar';

interface IndicatorCellsProps {
  readonly row: IndicatorRow;
  /** Where bars end, in working days. */
  readonly end: number;
  /** The row that others are compared with, where they are. */
  readonly reference: IndicatorRow | undefined;
}

/** The figures of one row. */
export function IndicatorCells({ row, end, reference }: IndicatorCellsProps) {
  const { t } = useTranslation('indicators');
  const limit = (days: number | undefined): string =>
    days === undefined ? '–' : days === 0 ? t('sameDay') : formatDecimal(days);
  return (
    <>
      <Figure>{formatCount(row.ended)}</Figure>
      <Figure>
        {row.onTimeShare === undefined ? (
          '–'
        ) : (
          <>
            <ShareBar share={row.onTimeShare} />
            <Text span inherit miw={52} display="inline-block">
              {formatShare(row.onTimeShare)}
            </Text>
          </>
        )}
      </Figure>
      <Table.Td>
        <TimeBar row={row} end={end} />
      </Table.Td>
      <Figure>{days(row.p50Ms)}</Figure>
      <Figure>{days(row.p90Ms)}</Figure>
      <Figure>{days(row.p99Ms)}</Figure>
      <Figure>{limit(row.limitWorkingDays)}</Figure>
      <Figure>
        {row.applicant ? (
          <>
            {days(row.applicant.p90Ms)}{' '}
            <Text span size="xs" c="dimmed">
              {formatCount(row.applicant.cases)}
            </Text>
          </>
        ) : (
          '–'
        )}
      </Figure>
      {reference && <Figure>{difference(against(row, reference))}</Figure>}
      <Share of={row} count={row.supplements} />
      <Share of={row} count={row.refused} />
    </>
  );
}

function Figure({ children }: { readonly children: ReactNode }) {
  return <Table.Td className={classes['number'] ?? ''}>{children}</Table.Td>;
}

/** A count with its share of the cases. */
function Share({ of, count }: { readonly of: IndicatorRow; readonly count: number }) {
  return (
    <Figure>
      {formatCount(count)}{' '}
      <Text span size="xs" c="dimmed">
        {formatDecimal(perHundred(count, of))}%
      </Text>
    </Figure>
  );
}

function days(ms: number | undefined): string {
  return ms === undefined ? '–' : formatDecimal(inWorkingDays(ms));
}

function difference(share: number | undefined): string {
  if (share === undefined) return '–';
  return `${share > 0 ? '+' : ''}${formatDecimal(100 * share)}%`;
}
