import { useTranslation } from 'react-i18next';
import { type OverviewView } from '@lienthong/contracts';
import { formatInstant } from '../../format/instants';
import { locale } from '../../format/numbers';

/** Which time the figures are of, and how long after an event they show it. */
export function Freshness({ overview }: { readonly overview: OverviewView }) {
  const { t } = useTranslation('overview');
  const { p50Ms, p99Ms } = overview.freshness;
  const parts = [t('asOf', { at: formatInstant(overview.asOf) })];
  if (p50Ms !== undefined && p99Ms !== undefined)
    parts.push(t('fresh', { p50: seconds(p50Ms), p99: seconds(p99Ms) }));
  return parts.join(' · ');
}

function seconds(ms: number): string {
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(ms / 1000);
}
