import 'dayjs/locale/vi';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorQuery } from '@lienthong/contracts';
import { speaks } from '../../i18n/i18n';
import { type Period, writePeriod } from './period';

interface PeriodRangeProps {
  readonly period: Period;
  readonly asked: IndicatorQuery;
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}

/** A period of one's own: first and last day. */
export function PeriodRange({ period, asked, onChange }: PeriodRangeProps) {
  const { t } = useTranslation('indicators');
  const chosen: [string | null, string | null] =
    typeof period === 'string' ? [null, null] : [period.first, period.last];
  const [half, setHalf] = useState<[string | null, string | null]>();
  const shown = (half ?? chosen)
    .map((day) => day?.split('-').reverse().join('/') ?? '')
    .join(' – ')
    .replace(/^ – $/, '');
  return (
    <DatePickerInput
      type="range"
      aria-label={[t('period.range'), ...(shown === '' ? [] : [shown])].join(': ')}
      placeholder={t('period.range')}
      valueFormat="DD/MM/YYYY"
      locale={speaks()}
      w={{ base: '100%', sm: 250 }}
      leftSection={<IconCalendar size={16} aria-hidden />}
      {...(asked.to !== undefined && { defaultDate: asked.to.slice(0, 10) })}
      allowSingleDateInRange
      value={half ?? chosen}
      onChange={([first, last]) => {
        if (first !== null && last !== null) {
          setHalf(undefined);
          onChange({ period: writePeriod({ first, last }) });
        } else setHalf([first, last]);
      }}
    />
  );
}
