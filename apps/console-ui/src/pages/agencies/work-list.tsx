import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../../components/states';
import { formatCount } from '../../format/numbers';
import { useSimulationNow } from '../../session/simulation-now';
import { type useWorkItems } from './use-work-items';
import { WorkRow } from './work-row';
import { type WorkItem } from './work-items';

interface WorkListProps {
  readonly work: ReturnType<typeof useWorkItems>;
  readonly items: readonly WorkItem[];
  readonly opened: string | undefined;
  readonly withOffice: boolean;
}

/** The desk's files, first what is due first. */
export function WorkList({ work, items, opened, withOffice }: WorkListProps) {
  const { t } = useTranslation('agencies');
  const now = useSimulationNow();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = work;
  const nothingYet = items.length === 0 && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (nothingYet) void fetchNextPage();
  }, [nothingYet, fetchNextPage]);
  if (work.error && work.data === undefined)
    return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  if (work.data === undefined || (items.length === 0 && hasNextPage)) return <LoadingState />;
  if (items.length === 0)
    return (
      <Paper withBorder bg="var(--surface)">
        <EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>
      </Paper>
    );
  return (
    <Stack gap="xs" opacity={work.isPlaceholderData ? 0.5 : 1} aria-busy={work.isPlaceholderData}>
      <Text size="sm" c="dimmed" role="status">
        {t(hasNextPage ? 'list.partly' : 'list.shown', {
          count: items.length,
          shown: formatCount(items.length),
        })}
      </Text>
      <Paper withBorder bg="var(--surface)" style={{ overflow: 'hidden' }}>
        <ul aria-label={t('list.label')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {items.map((item) => (
            <WorkRow
              key={item.id}
              item={item}
              now={now}
              opened={item.id === opened}
              withOffice={withOffice}
            />
          ))}
        </ul>
      </Paper>
      {hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common:action.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
