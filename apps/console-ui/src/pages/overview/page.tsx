import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type OverviewView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { usePaced } from '../../api/paced';
import { Page } from '../../components/page';
import { QueryView } from '../../components/query-view';
import { ByAgency } from './by-agency';
import { ByStatus } from './by-status';
import { DaysPanel, FlowPanel } from './flow-panels';
import { Freshness } from './freshness';
import { KeyFigures } from './key-figures';
import { NeedsPerson } from './needs-person';
import { OnTime } from './on-time';
import { AGED_MS, useLatest } from './use-latest';

/** Tổng quan: how many cases are where, which are late or about to be, and what is stuck. */
export function Component() {
  const { t } = useTranslation('overview');
  const overview = useQuery({
    queryKey: ['paced', 'overview'],
    queryFn: ({ signal }) => get<OverviewView>('/v1/operations/overview', {}, signal),
    refetchInterval: AGED_MS,
  });
  const latest = useLatest();
  usePaced('cases', () =>
    Promise.all([overview.refetch(), latest.overdue.refetch(), latest.stepOverdue.refetch()]),
  );
  return (
    <Page title={t('title')} subtitle={overview.data && <Freshness overview={overview.data} />}>
      <QueryView query={overview}>
        {(data) => (
          <>
            <KeyFigures overview={data} />
            <Grid gap="md" align="stretch">
              <Grid.Col span={{ base: 12, lg: 7 }}>
                <NeedsPerson overview={data} latest={latest} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <Stack gap="md" h="100%">
                  <ByStatus byStatus={data.byStatus} />
                  <OnTime ended={data.ended30Days} share={data.onTimeShare} />
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 7 }}>
                <DaysPanel days={data.days} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <FlowPanel flow={data.flow} />
              </Grid.Col>
              <Grid.Col span={12}>
                <ByAgency agencies={data.byAgency} />
              </Grid.Col>
            </Grid>
          </>
        )}
      </QueryView>
    </Page>
  );
}
