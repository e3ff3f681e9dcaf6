import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type IndicatorRow } from '@lienthong/contracts';
import { formatCount, formatShare } from '../../format/numbers';
import { formatDecimal } from './format-decimal';
import { inWorkingDays, perHundred } from './rows';

/** What the whole selection comes to. */
export function KeyFigures({ total }: { readonly total: IndicatorRow }) {
  const { t } = useTranslation('indicators');
  const { limitWorkingDays: limit } = total;
  const unit =
    limit === undefined || limit === 0
      ? t('total.unit')
      : t('total.limit', { count: limit, shown: formatDecimal(limit) });
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      <Figure
        label={t('total.ended')}
        value={formatCount(total.ended)}
        hint={t('total.completed', { shown: formatCount(total.completed) })}
      />
      <Figure
        label={t('total.onTime')}
        value={total.onTimeShare === undefined ? '–' : formatShare(total.onTimeShare)}
      />
      <Figure label={t('total.p50')} value={daysOf(total.p50Ms)} hint={unit} />
      <Figure label={t('total.p90')} value={daysOf(total.p90Ms)} hint={unit} />
      <Figure
        label={t('total.supplements')}
        value={formatCount(total.supplements)}
        hint={t('total.perHundred', { shown: formatDecimal(perHundred(total.supplements, total)) })}
      />
      <Figure
        label={t('total.refused')}
        value={formatCount(total.refused)}
        hint={t('total.ofEnded', { share: formatShare(perHundred(total.refused, total) / 100) })}
      />
    </SimpleGrid>
  );
}

function daysOf(ms: number | undefined): string {
  return ms === undefined ? '–' : formatDecimal(inWorkingDays(ms));
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
}

function Figure({ label, value, hint }: FigureProps) {
  return (
    <Paper withBorder bg="var(--surface)" p="sm">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={700} fz={20} lh={1.35}>
        {value}
      </Text>
      {hint !== undefined && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Paper>
  );
}
