import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type LiveTopic, type OperationView } from '@lienthong/contracts';
import { post } from '../api/client';
import { problemWords } from './problem-words';

/**
 * Sends an action, says that it is on record, and asks again for what it may have changed. Rejects in words for the
 * reason dialog, also when the action is on record but failed.
 */
export function useOperation(
  topics: readonly LiveTopic[],
): (path: string, body: object) => Promise<OperationView> {
  const { t } = useTranslation('case');
  const queries = useQueryClient();
  return useCallback(
    async (path, body) => {
      const operation = await post<OperationView>(path, body).catch((error: unknown) => {
        throw problemWords(error, (action) => t(`actions.${action}.button`, { defaultValue: action }));
      });
      for (const topic of [...topics, 'audit'] as const)
        void queries.invalidateQueries({ queryKey: [topic] });
      if (operation.status === 'failed') throw new Error(operation.error?.detail ?? operation.action);
      notifications.show({
        color: 'green.8',
        message: t('actions.recorded', { entry: operation.audit }),
        closeButtonProps: { 'aria-label': t('common:action.close') },
      });
      return operation;
    },
    [queries, t, topics],
  );
}
