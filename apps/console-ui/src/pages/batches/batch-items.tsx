import { Anchor, Badge, Button, Center, ScrollArea, SegmentedControl, Table, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type BatchItem, type BatchItemListView, type BatchView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { Panel } from '../../components/panel';
import { textOn } from '../../components/status-badge';
import { EmptyState, ErrorState, LoadingState } from '../../components/states';
import { oneOf, useUrlState } from '../../components/use-url-state';
import { formatInstant } from '../../format/instants';
import { formatCount } from '../../format/numbers';
import { worked } from './worked';

const PAGE = 100;
const RESULTS = ['failed', 'skipped', 'succeeded', 'waiting'] as const;
const COLORS: Readonly<Record<BatchItem['result'], string>> = {
  waiting: 'gray',
  succeeded: 'green',
  failed: 'red',
  skipped: 'gray',
};

/** What came of each item, all or those of one result. */
export function BatchItems({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('batches');
  const [query, change] = useUrlState();
  const result = oneOf(RESULTS, query.get('result'));
  const counts = { ...batch, waiting: Math.max(0, batch.total - worked(batch)) };
  return (
    <Panel
      title={t('results')}
      actions={
        <ScrollArea type="never" maw="100%">
          <SegmentedControl
            size="xs"
            value={result ?? 'all'}
            onChange={(chosen) => change({ result: chosen === 'all' ? undefined : chosen })}
            aria-label={t('outcome')}
            data={[
              { value: 'all', label: `${t('result.all')} ${formatCount(batch.total)}` },
              ...RESULTS.map((one) => ({
                value: one,
                label: `${t(`result.${one}`)} ${formatCount(counts[one])}`,
              })),
            ]}
          />
        </ScrollArea>
      }
    >
      <Items id={batch.id} result={result} />
    </Panel>
  );
}

function Items({ id, result }: { readonly id: string; readonly result: BatchItem['result'] | undefined }) {
  const { t } = useTranslation('batches');
  const items = useInfiniteQuery({
    queryKey: ['batches', 'items', id, result],
    queryFn: ({ pageParam, signal }) =>
      get<BatchItemListView>(
        `/v1/operations/batches/${encodeURIComponent(id)}/items`,
        { result, limit: PAGE, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  if (!items.data && items.error)
    return <ErrorState error={items.error} onRetry={() => void items.refetch()} />;
  if (!items.data) return <LoadingState />;
  const shown = items.data.pages.flatMap((page) => page.items);
  if (shown.length === 0) return <EmptyState title={t('noResults')} />;
  return (
    <>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('results') }}>
        <Table miw={640} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('target')}</Table.Th>
              <Table.Th>{t('outcome')}</Table.Th>
              <Table.Th>{t('detail')}</Table.Th>
              <Table.Th>{t('when')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((item) => (
              <ItemRow key={item.target} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {items.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={items.isFetchingNextPage}
            onClick={() => void items.fetchNextPage()}
          >
            {t('common:action.more')}
          </Button>
        </Center>
      )}
    </>
  );
}

function ItemRow({ item }: { readonly item: BatchItem }) {
  const { t } = useTranslation('batches');
  return (
    <Table.Tr>
      <Table.Td>
        {item.dossierNumber === undefined ? (
          <Text size="sm">{item.target}</Text>
        ) : (
          <Anchor component={Link} to={`/cases/${encodeURIComponent(item.dossierNumber)}`} size="sm">
            {item.dossierNumber}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        <Badge
          variant="light"
          color={COLORS[item.result]}
          c={textOn(COLORS[item.result])}
          radius="sm"
          tt="none"
        >
          {t(`result.${item.result}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{item.detail}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {item.at === undefined ? '' : formatInstant(item.at)}
      </Table.Td>
    </Table.Tr>
  );
}
