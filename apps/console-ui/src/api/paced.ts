import { focusManager, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type LiveTopic } from '@lienthong/contracts';
import { Pacer } from './pacer';

/**
 * Asks again after a change of a topic, but at most every `everyMs` (real ms), and once more after the last change: for
 * what is dear to answer. A page out of view waits until it is looked at. The key of such a query begins with `paced`, so
 * that the change of the topic does not ask it at once.
 */
export function usePaced(topic: LiveTopic, ask: () => Promise<unknown>, everyMs = 3_000): void {
  const { data: news } = useQuery({
    queryKey: [topic, 'news'],
    // Asked again with everything else of the topic: costs nothing and counts its changes.
    queryFn: ({ client, queryKey }) => (client.getQueryData<number>(queryKey) ?? 0) + 1,
    staleTime: Infinity,
  });
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  }, [ask]);
  const pacer = useRef<Pacer>(undefined);
  useEffect(() => {
    const own = new Pacer(() => inView().then(() => latest.current()), everyMs);
    pacer.current = own;
    return () => own.stop();
  }, [everyMs]);
  const seen = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (seen.current !== undefined && news !== seen.current) pacer.current?.request();
    seen.current = news;
  }, [news]);
}

function inView(): Promise<void> {
  if (focusManager.isFocused()) return Promise.resolve();
  return new Promise((resolve) => {
    const forget = focusManager.subscribe((focused) => {
      if (!focused) return;
      forget();
      resolve();
    });
  });
}
