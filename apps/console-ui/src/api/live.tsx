import { useQueryClient } from '@tanstack/react-query';
import { EventSource } from 'eventsource';
import { createContext, type PropsWithChildren, useContext, useEffect, useState } from 'react';
import { type LiveChange } from '@lienthong/contracts';
import { requestHeaders } from './client';

const Live = createContext(false);

/** Whether news arrive as they happen. */
export const useLive = (): boolean => useContext(Live);

/** Asks again for what has changed; after a lost connection for everything, so nothing is missed. */
export function LiveUpdates({ children }: PropsWithChildren) {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    const source = new EventSource('/v1/operations/live', {
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...requestHeaders() } }),
    });
    let lost = false;
    source.addEventListener('open', () => {
      setConnected(true);
      if (lost) void queries.invalidateQueries();
      lost = false;
    });
    source.addEventListener('error', () => {
      setConnected(false);
      lost = true;
    });
    source.addEventListener('changed', (event) => {
      const change = JSON.parse(event.data as string) as LiveChange;
      for (const topic of change.topics)
        void queries.invalidateQueries({
          queryKey: [topic],
          predicate: ({ queryKey }) => concerns(change, queryKey),
        });
    });
    return () => source.close();
  }, [queries]);
  return <Live.Provider value={connected}>{children}</Live.Provider>;
}

/** What is shown of one case (`['cases', 'one', number]`) is asked for again only when that case changed. */
function concerns({ dossierNumbers }: LiveChange, [topic, what, number]: readonly unknown[]): boolean {
  if (topic !== 'cases' || what !== 'one' || dossierNumbers === undefined) return true;
  return dossierNumbers.some((changed) => changed === number);
}
