import { Alert, Button, Text } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentAction, type IncidentSelection } from '@lienthong/contracts';
import { ReasonDialog } from '../../components/reason-dialog';
import { formatCount } from '../../format/numbers';
import { usePermission } from '../../session/session';
import { useRequestWords } from '../batches/request-words';
import { useBeginBatch } from '../batches/use-begin-batch';

interface BatchButtonsProps {
  readonly selection: IncidentSelection;
  readonly total: number;
}

/** Retry or discard everything that the filter brings, as a batch. */
export function BatchButtons({ selection, total }: BatchButtonsProps) {
  const { t } = useTranslation('incidents');
  const may = usePermission('run-batches');
  const [action, setAction] = useState<IncidentAction>();
  if (!may || total === 0) return null;
  const shown = formatCount(total);
  return (
    <>
      <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setAction('retry')}>
        {t('retry.all', { shown })}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAction('discard')}
      >
        {t('discard.all', { shown })}
      </Button>
      {action && (
        <BatchDialog
          action={action}
          selection={selection}
          total={total}
          onClose={() => setAction(undefined)}
        />
      )}
    </>
  );
}

interface BatchDialogProps extends BatchButtonsProps {
  readonly action: IncidentAction;
  readonly onClose: () => void;
}

function BatchDialog({ action, selection, total, onClose }: BatchDialogProps) {
  const { t } = useTranslation('incidents');
  const words = useRequestWords();
  const begin = useBeginBatch();
  const filter = words.conditions({ action, incidents: selection, reason: '' }).join('; ');
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={t(`${action}.allTitle`)}
      confirm={t(`${action}.all`, { shown: formatCount(total) })}
      danger={action === 'discard'}
      onConfirm={(reason) => begin({ action, incidents: selection, reason })}
    >
      <Text size="sm">{t(`${action}.allWhat`, { count: total, shown: formatCount(total), filter })}</Text>
      {action === 'discard' && (
        <Alert color="red" variant="light" role="note">
          {t('discard.warning')}
        </Alert>
      )}
    </ReasonDialog>
  );
}
