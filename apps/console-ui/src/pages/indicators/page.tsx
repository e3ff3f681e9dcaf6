import { Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type IndicatorsView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { ExportButton } from '../../components/export-button';
import { Page } from '../../components/page';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { EmptyState } from '../../components/states';
import { useUrlState } from '../../components/use-url-state';
import { formatInstant } from '../../format/instants';
import { useSession } from '../../session/session';
import { CourseCharts } from './course-charts';
import { IndicatorTable } from './indicator-table';
import { KeyFigures } from './key-figures';
import { isTime } from './rows';
import { readSelection } from './selection';
import { SelectionBar } from './selection-bar';

/** Chỉ số: how long the procedures take, against the law, whichever way one cuts them. */
export function Component() {
  const { t } = useTranslation('indicators');
  const { clock } = useSession();
  const [query, change] = useUrlState();
  const { period, asked } = readSelection(query, Date.parse(clock.now));
  const indicators = useQuery({
    queryKey: ['cases', 'indicators', asked],
    queryFn: ({ signal }) => get<IndicatorsView>('/v1/operations/indicators', { ...asked }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <ExportButton
          path="/v1/operations/indicators.csv"
          query={{ ...asked }}
          name={`lien-thong-${asked.by}.csv`}
        />
      }
    >
      <SelectionBar period={period} asked={asked} onChange={change} />
      <QueryView query={indicators}>
        {(view) => (
          <Stack
            gap="md"
            opacity={indicators.isPlaceholderData ? 0.5 : 1}
            aria-busy={indicators.isPlaceholderData}
          >
            <Figures view={view} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function Figures({ view }: { readonly view: IndicatorsView }) {
  const { t } = useTranslation('indicators');
  if (view.total.ended === 0)
    return (
      <Panel>
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      </Panel>
    );
  return (
    <>
      <KeyFigures total={view.total} />
      {isTime(view.by) && <CourseCharts view={view} />}
      <IndicatorTable view={view} />
      <Text size="xs" c="dimmed">
        {t('asOf', { at: formatInstant(view.asOf) })}. {t('precision')}
      </Text>
    </>
  );
}
