import { Anchor, Box, Button, Center, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type BatchListView, type BatchView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { Page } from '../../components/page';
import { Panel } from '../../components/panel';
import { EmptyState, ErrorState, LoadingState } from '../../components/states';
import { formatInstant } from '../../format/instants';
import { BatchBadge } from './batch-badge';
import { BatchProgress } from './batch-progress';
import styles from './batches.module.css';
import { useRequestWords } from './request-words';

const PAGE = 25;

/** Xử lý hàng loạt: every batch, newest first. */
export function Component() {
  const { t } = useTranslation('batches');
  const batches = useInfiniteQuery({
    queryKey: ['batches', 'list'],
    queryFn: ({ pageParam, signal }) =>
      get<BatchListView>('/v1/operations/batches', { limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = batches.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      {!items && batches.error && <ErrorState error={batches.error} onRetry={() => void batches.refetch()} />}
      {!items && !batches.error && <LoadingState />}
      {items?.length === 0 && (
        <EmptyState title={t('empty')}>
          {t('emptyHint')}{' '}
          <Anchor component={Link} to="/incidents" underline="always">
            {t('toIncidents')}
          </Anchor>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <Panel>
          <ul className={styles['list']} aria-label={t('list')}>
            {items.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </ul>
        </Panel>
      )}
      {batches.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={batches.isFetchingNextPage}
            onClick={() => void batches.fetchNextPage()}
          >
            {t('common:action.more')}
          </Button>
        </Center>
      )}
    </Page>
  );
}

function BatchRow({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('batches');
  const words = useRequestWords();
  return (
    <li className={styles['batch']}>
      <Box miw={0}>
        <Group gap="xs">
          <Anchor component={Link} to={`/batches/${encodeURIComponent(batch.id)}`} fw={600} underline="hover">
            {t(`action.${batch.request.action}`)}
          </Anchor>
          <BatchBadge status={batch.status} />
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {words.conditions(batch.request).join('; ')}
        </Text>
        <Text size="xs" c="dimmed">
          {formatInstant(batch.createdAt)} · {t('by', { actor: batch.actor })} · {batch.request.reason}
        </Text>
      </Box>
      <Box miw={0}>
        <BatchProgress batch={batch} />
      </Box>
    </li>
  );
}
