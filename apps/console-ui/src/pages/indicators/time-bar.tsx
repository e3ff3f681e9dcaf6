import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow } from '@lienthong/contracts';
import { formatDecimal } from './format-decimal';
import { inWorkingDays } from './rows';
import classes from './indicators.module.css';

interface TimeBarProps {
  readonly row: IndicatorRow;
  /** Where the bar's place ends, in working days. */
  readonly end: number;
}

/** p50, p90 and p99 as one bar within another, with the law's limit as a line across. */
export function TimeBar({ row, end }: TimeBarProps) {
  const { t } = useTranslation('indicators');
  const { p50Ms, p90Ms, p99Ms } = row;
  const limit = lineOf(row);
  if (p50Ms === undefined || p90Ms === undefined || p99Ms === undefined) return <>–</>;
  const width = (ms: number): string => `${(100 * inWorkingDays(ms)) / end}%`;
  const days = (ms: number): string => formatDecimal(inWorkingDays(ms));
  const text = t('bar.text', { p50: days(p50Ms), p90: days(p90Ms), p99: days(p99Ms) });
  const limitText = limit === undefined ? [] : [t('bar.limit', { limit: formatDecimal(limit) })];
  return (
    <Box className={classes['time'] ?? ''} role="img" aria-label={[text, ...limitText].join(', ')}>
      <span className={classes['p99']} style={{ width: width(p99Ms) }} />
      <span className={classes['p90']} style={{ width: width(p90Ms) }} />
      <span className={classes['p50']} style={{ width: width(p50Ms) }} />
      {limit !== undefined && (
        <span className={classes['limit']} style={{ insetInlineStart: `${(100 * limit) / end}%` }} />
      )}
    </Box>
  );
}

/** Where the limit's line stands, in working days: "the same day" (0) ends within one, at no hour of its own. */
function lineOf({ limitWorkingDays }: IndicatorRow): number | undefined {
  return limitWorkingDays === 0 ? undefined : limitWorkingDays;
}

/** A share as a bar beside its figure. */
export function ShareBar({ share }: { readonly share: number }) {
  return (
    <span className={classes['share']} aria-hidden>
      <span style={{ width: `${100 * share}%` }} />
    </span>
  );
}
