import { Alert, Button, Center, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type IncidentListView, type IncidentSelection } from '@lienthong/contracts';
import { get } from '../../api/client';
import { Page } from '../../components/page';
import { Panel } from '../../components/panel';
import { EmptyState, ErrorState, LoadingState } from '../../components/states';
import { useUrlState } from '../../components/use-url-state';
import { formatCount } from '../../format/numbers';
import { BatchButtons } from './batch-buttons';
import { ErrorSummary } from './error-summary';
import { Filters } from './filters';
import { IncidentList } from './incident-list';
import { isFiltered, selectionOf } from './selection';

const PAGE = 50;

/** Sự cố: what stands still and why, and putting it right, one or all at once. */
export function Component() {
  const { t } = useTranslation('incidents');
  const [query, change] = useUrlState();
  const selection = selectionOf(query);
  const incidents = useInfiniteQuery({
    queryKey: ['incidents', 'list', selection],
    queryFn: ({ pageParam, signal }) =>
      get<IncidentListView>(
        '/v1/operations/incidents',
        { ...selection, limit: PAGE, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const first = incidents.data?.pages[0];
  const total = first?.total ?? 0;
  const count = { count: total, shown: formatCount(total) };
  return (
    <Page
      title={t('title')}
      subtitle={first && t(isFiltered(selection) ? 'matching' : 'subtitle', count)}
      actions={<BatchButtons selection={selection} total={incidents.isPlaceholderData ? 0 : total} />}
    >
      <Panel>
        <Filters selection={selection} onChange={change} />
      </Panel>
      {first && <Unavailable services={first.unavailable} />}
      {first && first.byError.length > 0 && (
        <ErrorSummary
          byError={first.byError}
          chosen={selection.error}
          onChoose={(error) => change({ error })}
        />
      )}
      {!first && incidents.error && (
        <ErrorState error={incidents.error} onRetry={() => void incidents.refetch()} />
      )}
      {!first && !incidents.error && <LoadingState />}
      {incidents.data && (
        <Found
          pages={incidents.data.pages}
          selection={selection}
          loading={incidents.isFetchingNextPage}
          onClear={() => change({ service: undefined, error: undefined, dossierNumber: undefined })}
          {...(incidents.hasNextPage && { onMore: () => void incidents.fetchNextPage() })}
        />
      )}
    </Page>
  );
}

function Unavailable({ services }: { readonly services: readonly string[] }) {
  const { t } = useTranslation('incidents');
  if (services.length === 0) return null;
  const names = services.map((service) => t(`service.${service}`, { defaultValue: service }));
  return (
    <Alert color="orange.9" variant="outline" icon={<IconPlugConnectedX aria-hidden />} role="status">
      {t('unavailable', { services: names.join(', ') })}
    </Alert>
  );
}

interface FoundProps {
  readonly pages: readonly IncidentListView[];
  readonly selection: IncidentSelection;
  readonly loading: boolean;
  readonly onClear: () => void;
  readonly onMore?: () => void;
}

function Found({ pages, selection, loading, onClear, onMore }: FoundProps) {
  const { t } = useTranslation('incidents');
  const items = pages.flatMap((page) => page.items);
  if (items.length === 0 && isFiltered(selection))
    return (
      <EmptyState title={t('noneMatching')}>
        <Button variant="light" onClick={onClear}>
          {t('clear')}
        </Button>
      </EmptyState>
    );
  if (items.length === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>;
  return (
    <Stack gap="sm">
      <IncidentList incidents={items} />
      <Text size="sm" c="dimmed" ta="center">
        {t('shown', {
          shown: formatCount(items.length),
          total: formatCount(pages[0]?.total ?? items.length),
        })}
      </Text>
      {onMore && (
        <Center>
          <Button variant="default" loading={loading} onClick={onMore}>
            {t('common:action.more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
