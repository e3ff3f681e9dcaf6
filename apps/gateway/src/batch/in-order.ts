/**
 * Works on up to `limit` items at a time and hands the results out in the order of the items, each as soon as it
 * and all before it are there — also while the source is silent. `work` must not reject.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const items = source[Symbol.asyncIterator]();
  const running: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined = ask(items);
  try {
    for (;;) {
      const [oldest] = running;
      if (next && running.length < limit && (!oldest || (await firstOf(next, oldest)) === 'next')) {
        const item: IteratorResult<Item> = await next;
        next = item.done ? undefined : ask(items);
        if (!item.done) running.push(work(item.value));
      } else if (oldest) {
        yield await oldest;
        void running.shift();
      } else {
        return;
      }
    }
  } finally {
    await items.return?.();
  }
}

/** A source may fail while nobody waits for it, as when its sender hangs up: that is told when it is asked about. */
function ask<Item>(items: AsyncIterator<Item>): Promise<IteratorResult<Item>> {
  const next = items.next();
  next.catch(() => undefined);
  return next;
}

function firstOf(next: Promise<unknown>, oldest: Promise<unknown>): Promise<'next' | 'oldest'> {
  return Promise.race([next.then(() => 'next' as const), oldest.then(() => 'oldest' as const)]);
}
