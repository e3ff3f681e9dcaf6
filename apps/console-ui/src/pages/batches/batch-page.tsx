import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconPlayerStop } from '@tabler/icons-react';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type BatchView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { Facts } from '../../components/facts';
import { notifyDone } from '../../components/notify';
import { Page } from '../../components/page';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { ReasonDialog } from '../../components/reason-dialog';
import { useSend } from '../../components/use-send';
import { formatInstant } from '../../format/instants';
import { usePermission } from '../../session/session';
import { BatchBadge } from './batch-badge';
import { BatchItems } from './batch-items';
import { BatchProgress } from './batch-progress';
import { useRequestWords } from './request-words';
import { isUnderWay } from './worked';

/** While it runs it is asked for this often, should the live connection be away. */
const ASKED_EVERY_MS = 10_000;
const TOPICS = ['batches'] as const;

/** One batch: how far it is, and what came of each item. */
export function Component() {
  const { t } = useTranslation('batches');
  const { id = '' } = useParams();
  const batch = useQuery({
    queryKey: ['batches', 'one', id],
    queryFn: ({ signal }) => get<BatchView>(`/v1/operations/batches/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? ASKED_EVERY_MS : false),
  });
  const shown = batch.data;
  return (
    <Stack gap="xs">
      <Anchor component={Link} to="/batches" size="sm" style={{ alignSelf: 'flex-start' }}>
        <IconArrowLeft size={14} style={{ verticalAlign: -2 }} aria-hidden /> {t('back')}
      </Anchor>
      <Page
        title={shown ? t(`action.${shown.request.action}`) : t('title')}
        subtitle={
          shown && (
            <Group gap="xs" mt={4}>
              <BatchBadge status={shown.status} />
              <Text span size="sm" ff="monospace">
                {id}
              </Text>
            </Group>
          )
        }
        actions={shown && isUnderWay(shown) && <CancelButton id={id} />}
      >
        <QueryView query={batch}>
          {(found) => (
            <>
              <BatchFacts batch={found} />
              <BatchItems batch={found} />
            </>
          )}
        </QueryView>
      </Page>
    </Stack>
  );
}

function BatchFacts({ batch }: { readonly batch: BatchView }) {
  const { t } = useTranslation('batches');
  const words = useRequestWords();
  return (
    <Panel title={t('progress')}>
      <div>
        <BatchProgress batch={batch} size="xl" />
      </div>
      <Facts
        columns={3}
        facts={[
          { label: t('filter'), value: words.conditions(batch.request).join('; ') },
          { label: t('reason'), value: batch.request.reason },
          { label: t('actor'), value: batch.actor },
          { label: t('started'), value: formatInstant(batch.createdAt) },
          {
            label: t('finished'),
            value: batch.finishedAt === undefined ? '–' : formatInstant(batch.finishedAt),
          },
        ]}
      />
    </Panel>
  );
}

function CancelButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('batches');
  const may = usePermission('run-batches');
  const send = useSend<BatchView>(TOPICS);
  const [opened, { open, close }] = useDisclosure();
  if (!may) return null;
  const cancel = async (reason: string): Promise<void> => {
    await send(`/v1/operations/batches/${encodeURIComponent(id)}/cancel`, { reason });
    notifyDone(t('cancelled'));
  };
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={open}>
        {t('cancel.button')}
      </Button>
      <ReasonDialog
        opened={opened}
        onClose={close}
        title={t('cancel.title')}
        confirm={t('cancel.button')}
        danger
        onConfirm={cancel}
      >
        <Text size="sm">{t('cancel.what')}</Text>
      </ReasonDialog>
    </>
  );
}
