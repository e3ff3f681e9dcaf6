import { Alert, List, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseFilters } from '../../api/case-filters';
import { ReasonDialog } from '../../components/reason-dialog';
import { formatCount } from '../../format/numbers';
import { useBeginBatch } from '../batches/use-begin-batch';
import { type BatchScope } from './batch-scope';
import { useFilterNames } from './filter-names';

/** From how many cases on their number must be typed, too. */
const TYPED_ABOVE = 100;
const ACTIONS = ['stop', 'withdraw'] as const;

interface BatchDialogProps {
  readonly scope: BatchScope;
  readonly filters: CaseFilters;
  readonly onClose: () => void;
}

/** Says what a batch will act on, asks what to do and why, begins it and leads to its page. */
export function BatchDialog({ scope, filters, onClose }: BatchDialogProps) {
  const { t } = useTranslation('cases');
  const names = useFilterNames({ ...filters, ...scope.selection, from: filters.from, to: filters.to });
  const [action, setAction] = useState<(typeof ACTIONS)[number]>('stop');
  const [typed, setTyped] = useState('');
  const begin = useBeginBatch();
  const { count } = scope;
  const confirmed = count <= TYPED_ABOVE || typed.replace(/\D/g, '') === String(count);
  return (
    <ReasonDialog
      title={t('batch.title')}
      opened
      onClose={onClose}
      confirm={t('batch.confirm')}
      danger
      ready={confirmed}
      onConfirm={(reason) => begin({ action, cases: scope.selection, reason })}
    >
      <Text size="sm" component="div">
        {t('batch.intro', { count, shown: formatCount(count) })}
        <List size="sm" mt={4}>
          {names.map(({ name, text }) => (
            <List.Item key={name}>{text}</List.Item>
          ))}
        </List>
      </Text>
      <Radio.Group
        label={t('batch.action')}
        value={action}
        onChange={(value) => setAction(ACTIONS.find((each) => each === value) ?? 'stop')}
      >
        <Stack gap="xs" mt={6}>
          {ACTIONS.map((each) => (
            <Radio key={each} value={each} label={t(`batch.${each}`)} description={t(`batch.${each}Hint`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Alert color="gray" p="xs">
        <Text size="sm">{t('batch.note')}</Text>
      </Alert>
      {count > TYPED_ABOVE && (
        <TextInput
          label={t('batch.type', { count })}
          inputMode="numeric"
          autoComplete="off"
          required
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </ReasonDialog>
  );
}
