import { Alert, Button, Group, Select, Stack, Textarea, Title } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Decision } from '@lienthong/contracts';
import { useOperation } from '../../components/use-operation';
import { DecisionChoice } from './decision-choice';
import { decisionsOf } from './decisions';
import { DeskShortcuts } from './desk-shortcuts';
import { WORK_ITEMS_KEY } from './use-work-items';
import { type WorkItem } from './work-items';

interface DecisionFormProps {
  readonly item: WorkItem;
  readonly onDecided: () => void;
}

const TOPICS = ['cases'] as const;
const SHORTEST = 3;
const LONGEST = 500;

/** Quyết định của cán bộ: one of four, with a reason, and on to the next file. */
export function DecisionForm({ item, onDecided }: DecisionFormProps) {
  const { t } = useTranslation('agencies');
  const queries = useQueryClient();
  const operate = useOperation(TOPICS);
  const field = useRef<HTMLTextAreaElement>(null);
  const [decision, setDecision] = useState<Decision>();
  const [reason, setReason] = useState('');
  const reasons = decision ? (t(`reasons.${decision}`, { returnObjects: true }) as readonly string[]) : [];
  const given = reason.trim();
  const allowed = decisionsOf(item.agency, item.procedureGroup);
  const ready = decision !== undefined && given.length >= SHORTEST;
  const choose = (chosen: Decision): void => {
    setDecision(chosen);
    const usual = t(`reasons.${chosen}`, { returnObjects: true }) as readonly string[];
    setReason(chosen === 'approve' ? (usual[0] ?? '') : '');
  };
  const chooseByKey = (chosen: Decision): void => {
    choose(chosen);
    field.current?.focus();
  };
  const deciding = useMutation({
    mutationFn: () =>
      operate(`/v1/operations/agencies/${item.agency}/work-items/${item.id}/decision`, {
        decision,
        reason: given,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [...WORK_ITEMS_KEY, item.agency] });
      onDecided();
    },
  });
  const submit = (): void => {
    if (ready && !deciding.isPending) deciding.mutate();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h6">
          {t('decide.title')}
        </Title>
        <DecisionChoice allowed={allowed} chosen={decision} onChoose={choose} />
        <Select
          label={t('decide.common')}
          placeholder={t('decide.choose')}
          data={reasons}
          value={reasons.includes(reason) ? reason : null}
          disabled={!decision}
          onChange={(chosen) => chosen !== null && setReason(chosen)}
        />
        <Textarea
          ref={field}
          label={t('decide.reason')}
          description={t('decide.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={getHotkeyHandler([['mod+Enter', submit]])}
          maxLength={LONGEST}
          autosize
          minRows={2}
          required
        />
        {deciding.error && (
          <Alert color="red" role="alert" title={t('decide.failed')}>
            {deciding.error.message}
          </Alert>
        )}
        <Group justify="space-between">
          <DeskShortcuts allowed={allowed} onChoose={chooseByKey} />
          <Button type="submit" disabled={!ready} loading={deciding.isPending}>
            {t('decide.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
