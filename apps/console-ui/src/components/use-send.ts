import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type LiveTopic } from '@lienthong/contracts';
import { post } from '../api/client';
import { isRefusal } from '../api/problem';
import { RequestKeys } from '../api/request-keys';
import { problemWords } from './problem-words';

/**
 * Sends what a person asks for: once, however often it is sent for want of an answer. Asks again for what it may have
 * changed. Rejects in words that a dialog can show.
 */
export function useSend<Answer>(
  topics: readonly LiveTopic[],
): (path: string, body: object) => Promise<Answer> {
  const queries = useQueryClient();
  const [keys] = useState(() => new RequestKeys());
  return useCallback(
    async (path, body) => {
      try {
        const answer = await post<Answer>(path, body, keys.keyOf(path, body));
        keys.answered();
        return answer;
      } catch (error) {
        if (isRefusal(error)) keys.answered();
        throw problemWords(error);
      } finally {
        // What was refused is on record, too.
        askAgain(queries, topics);
      }
    },
    [keys, queries, topics],
  );
}

/** What an action may have changed, and the audit log. */
export function askAgain(queries: QueryClient, topics: readonly LiveTopic[]): void {
  for (const topic of [...topics, 'audit'] as const) void queries.invalidateQueries({ queryKey: [topic] });
}
