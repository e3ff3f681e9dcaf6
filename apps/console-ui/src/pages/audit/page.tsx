import { Button, Group, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AuditListView, type AuditVerification } from '@lienthong/contracts';
import { get } from '../../api/client';
import { ExportButton } from '../../components/export-button';
import { Page } from '../../components/page';
import { Panel } from '../../components/panel';
import { EmptyState, ErrorState, LoadingState } from '../../components/states';
import { useUrlState } from '../../components/use-url-state';
import { formatCount } from '../../format/numbers';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { VerificationResult } from './verification-result';

const PAGE = 50;

/** Nhật ký kiểm tra: who did what, and whether the log itself is whole. */
export function Component() {
  const { t } = useTranslation('audit');
  const verifying = useMutation({
    mutationFn: () => get<AuditVerification>('/v1/operations/audit/verification'),
  });
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <>
          <ExportButton path="/v1/operations/audit.ndjson" name="audit.ndjson" label={t('export')} />
          <Button
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            loading={verifying.isPending}
            onClick={() => verifying.mutate()}
          >
            {t('verify.run')}
          </Button>
        </>
      }
    >
      {verifying.data && <VerificationResult result={verifying.data} onClose={verifying.reset} />}
      {verifying.error && (
        <Text c="red" size="sm" role="alert">
          {verifying.error.message}
        </Text>
      )}
      <Entries />
    </Page>
  );
}

function Entries() {
  const { t } = useTranslation('audit');
  const [query, change] = useUrlState();
  const asked = {
    actor: query.get('actor') ?? undefined,
    action: query.get('action') ?? undefined,
    target: query.get('target') ?? undefined,
  };
  const audit = useInfiniteQuery({
    queryKey: ['audit', 'entries', asked],
    queryFn: ({ pageParam, signal }) =>
      get<AuditListView>('/v1/operations/audit', { ...asked, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  const entries = audit.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.values(asked).some((value) => value !== undefined);
  const total = audit.data?.pages[0]?.total ?? 0;
  return (
    <Panel aria-busy={audit.isPlaceholderData}>
      <AuditFilters asked={asked} onChange={change} />
      {audit.data === undefined ? (
        audit.error ? (
          <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />
        ) : (
          <LoadingState />
        )
      ) : entries.length === 0 ? (
        <EmptyState title={t(filtered ? 'emptyFiltered' : 'empty')}>{!filtered && t('emptyHint')}</EmptyState>
      ) : (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('count', { count: total, shown: formatCount(total) })}
          </Text>
          <AuditTable entries={entries} />
          {audit.hasNextPage && (
            <Group justify="center">
              <Button
                variant="default"
                loading={audit.isFetchingNextPage}
                onClick={() => void audit.fetchNextPage()}
              >
                {t('common:action.more')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Panel>
  );
}
