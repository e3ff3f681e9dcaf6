import { useQueryClient } from '@tanstack/react-query';
import { EventSource } from 'eventsource';
import { createContext, type PropsWithChildren, useContext, useEffect, useState } from 'react';
import { type LiveChange } from '@lienthong/contracts';
import { requestHeaders } from './client';
import { listening, Watchdog } from './watchdog';

/** `off`: the connection broke; `silent`: it stands, and the server says nothing. */
export type LiveState = 'on' | 'off' | 'silent';

const Live = createContext<LiveState>('off');

/** Whether news arrive as they happen. */
export const useLive = (): LiveState => useContext(Live);

/** Asks again for what has changed; after a lost or silent connection for everything, so nothing is missed. */
export function LiveUpdates({ children }: PropsWithChildren) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('off');
  useEffect(() => {
    let lost = false;
    let source = connect();
    const watchdog = new Watchdog(() => {
      source.close();
      lose('silent');
      source = connect();
      // The new connection may be as silent as the old one was.
      watchdog.heard();
    });
    return () => {
      watchdog.stop();
      source.close();
    };

    function lose(how: LiveState): void {
      // Silence stays what is said of it until something is heard again.
      setState((before) => (before === 'silent' ? before : how));
      lost = true;
    }

    function connect(): EventSource {
      const opened = new EventSource('/v1/operations/live', {
        fetch: async (url, init) => {
          const response = await fetch(url, { ...init, headers: { ...init.headers, ...requestHeaders() } });
          return listening(response, () => watchdog.heard());
        },
      });
      opened.addEventListener('open', () => {
        setState('on');
        watchdog.heard();
        if (lost) void queries.invalidateQueries();
        lost = false;
      });
      opened.addEventListener('error', () => lose('off'));
      opened.addEventListener('changed', (event) => {
        const change = JSON.parse(event.data as string) as LiveChange;
        for (const topic of change.topics)
          void queries.invalidateQueries({
            queryKey: [topic],
            predicate: ({ queryKey }) => concerns(change, queryKey),
          });
      });
      return opened;
    }
  }, [queries]);
  return <Live.Provider value={state}>{children}</Live.Provider>;
}

/** What is shown of one case (`['cases', 'one', number]`) is asked for again only when that case changed. */
function concerns({ dossierNumbers }: LiveChange, [topic, what, number]: readonly unknown[]): boolean {
  if (topic !== 'cases' || what !== 'one' || dossierNumbers === undefined) return true;
  return dossierNumbers.some((changed) => changed === number);
}
