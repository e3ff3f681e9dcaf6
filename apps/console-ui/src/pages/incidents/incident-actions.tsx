import { Alert, Button, Group, Text } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentAction, type IncidentView } from '@lienthong/contracts';
import { ReasonDialog } from '../../components/reason-dialog';
import { useOperation } from '../../components/use-operation';
import { usePermission } from '../../session/session';

const TOPICS = ['incidents', 'cases'] as const;

/** Retry or discard one incident, with a reason. */
export function IncidentActions({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('incidents');
  const may = usePermission('act-on-incidents');
  const operate = useOperation(TOPICS);
  const [action, setAction] = useState<IncidentAction>();
  if (!may) return null;
  const where = incident.dossierNumber ?? incident.aggregateId;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => setAction('retry')}
        aria-label={`${t('retry.button')}: ${where}`}
      >
        {t('retry.button')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => setAction('discard')}
        aria-label={`${t('discard.button')}: ${where}`}
      >
        {t('discard.button')}
      </Button>
      {action && (
        <ReasonDialog
          opened
          onClose={() => setAction(undefined)}
          title={t(`${action}.title`)}
          confirm={t(`${action}.button`)}
          danger={action === 'discard'}
          onConfirm={(reason) =>
            operate(`/v1/operations/incidents/${encodeURIComponent(incident.id)}/${action}`, { reason })
          }
        >
          <Text size="sm" fw={500}>
            {where}: {incident.error}
          </Text>
          <Text size="sm">{t(`${action}.what`)}</Text>
          {action === 'discard' && (
            <Alert color="red" variant="light" role="note">
              {t('discard.warning')}
            </Alert>
          )}
        </ReasonDialog>
      )}
    </Group>
  );
}
