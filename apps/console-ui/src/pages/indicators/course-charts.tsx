import { SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorsView } from '@lienthong/contracts';
import { Chart } from '../../components/chart';
import { Panel } from '../../components/panel';
import { formatCount } from '../../format/numbers';
import { flowOption, timesOption } from './course-options';
import { useLabels } from './labels';
import { sortRows } from './rows';

/** The course of the indicators over time; every figure stands in the table below, too. */
export function CourseCharts({ view }: { readonly view: IndicatorsView }) {
  const { t } = useTranslation('indicators');
  const { label } = useLabels();
  const { by, rows } = view;
  const options = useMemo(() => {
    const ordered = sortRows(rows, 'key', false);
    const keys = ordered.map(({ key }) => label(by, key));
    return {
      flow: flowOption(ordered, keys, { ended: t('chart.ended'), onTime: t('chart.onTime') }, formatCount),
      times: timesOption(ordered, keys),
    };
  }, [by, rows, label, t]);
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      <Panel title={t('chart.flow')}>
        <Chart option={options.flow} label={t('chart.flow')} />
      </Panel>
      <Panel title={t('chart.times')}>
        <Chart option={options.times} label={t('chart.times')} />
      </Panel>
    </SimpleGrid>
  );
}
