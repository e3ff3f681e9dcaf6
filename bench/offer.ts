import { setTimeout as sleep } from 'node:timers/promises';

/** Sends at a steady rate whatever the system does; resolves, once all are answered, with how late the latest send was (ms). */
export async function offer<Item>(
  items: Iterable<Item>,
  perSecond: number,
  send: (item: Item) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const answered: Promise<unknown>[] = [];
  let latest = 0;
  let sent = 0;
  for (const item of items) {
    const due = began + (sent++ * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    latest = Math.max(latest, performance.now() - due);
    answered.push(send(item));
  }
  await Promise.all(answered);
  return latest;
}
