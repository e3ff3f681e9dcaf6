import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type LiveTopic, type OperationView } from '@lienthong/contracts';
import { get } from '../api/client';
import { followOperation } from '../api/follow-operation';
import { notifyDone, notifyFailed } from './notify';
import { askAgain, useSend } from './use-send';

/** How long a dialog waits for what was not done at once (pauses in real ms). */
const IN_THE_DIALOG = [1_000, 2_000, 4_000];
/** For five minutes more it is followed while the person does something else. */
const IN_THE_BACKGROUND = Array.from({ length: 30 }, () => 10_000);

/**
 * Sends an action and says what became of it: at once, or, where whoever is needed does not answer, later. Rejects in
 * words for the dialog, also when the action is on record but failed.
 * @param topics what it may change
 */
export function useOperation(
  topics: readonly LiveTopic[],
): (path: string, body: object) => Promise<OperationView> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const send = useSend<OperationView>(topics);
  return useCallback(
    async (path, body) => {
      const failureOf = ({ error, action, audit }: OperationView): string =>
        t('operation.failed', { entry: audit, why: error?.detail ?? action });
      const follow = async (begun: OperationView, pauses: readonly number[]): Promise<OperationView> => {
        const ended = await followOperation(begun, pauses, askFor);
        if (ended.status !== begun.status) askAgain(queries, topics);
        return ended;
      };
      const announce = (ended: OperationView): void => {
        const { status, audit: entry } = ended;
        if (status === 'done') notifyDone(t('operation.recorded', { entry }));
        else
          notifyFailed(
            t('operation.notDone'),
            status === 'failed' ? failureOf(ended) : t('operation.open', { entry }),
          );
      };
      const operation = await follow(await send(path, body), IN_THE_DIALOG);
      if (operation.status === 'failed') throw new Error(failureOf(operation));
      if (operation.status === 'done') announce(operation);
      else {
        notifyDone(t('operation.later', { entry: operation.audit }));
        void follow(operation, IN_THE_BACKGROUND).then(announce);
      }
      return operation;
    },
    [queries, send, t, topics],
  );
}

function askFor(id: string): Promise<OperationView> {
  return get(`/v1/operations/operations/${encodeURIComponent(id)}`);
}
