import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type SystemView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { Page } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { formatInstant } from '../../format/instants';
import { ClockPanel, ReadModelPanel, VersionPanel } from './panels';
import { ReplayPanel } from './replay-panel';
import { ServicesPanel } from './services-panel';
import { Verdict } from './verdict';

const REFRESH_MS = 10_000;

/** Hệ thống: whether everything runs, and how far behind it is. */
export function Component() {
  const { t } = useTranslation('system');
  const system = useQuery({
    queryKey: ['system', 'view'],
    queryFn: ({ signal }) => get<SystemView>('/v1/operations/system', {}, signal),
    refetchInterval: REFRESH_MS,
  });
  const asOf = system.data && ` · ${t('asOf', { at: formatInstant(system.data.asOf) })}`;
  return (
    <Page title={t('title')} subtitle={`${t('subtitle')}${asOf ?? ''}`}>
      <QueryView query={system}>
        {(view) => (
          <Stack gap="md">
            <Verdict system={view} />
            {view.replay && <ReplayPanel replay={view.replay} />}
            <ServicesPanel services={view.services} />
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              <ReadModelPanel readModel={view.readModel} />
              <ClockPanel clock={view.clock} />
              <VersionPanel system={view} />
            </SimpleGrid>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
