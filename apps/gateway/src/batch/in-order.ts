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
  let next: Promise<IteratorResult<Item>> | undefined = items.next();
  try {
    for (;;) {
      const [oldest] = running;
      if (next && running.length < limit && (!oldest || (await firstOf(next, oldest)) === 'next')) {
        const item: IteratorResult<Item> = await next;
        next = item.done ? undefined : items.next();
        if (!item.done) running.push(work(item.value));
      } else if (oldest) {
        yield await oldest;
        running.shift();
      } else {
        return;
      }
    }
  } finally {
    next?.catch(() => undefined);
    await items.return?.();
  }
}

function firstOf(next: Promise<unknown>, oldest: Promise<unknown>): Promise<'next' | 'oldest'> {
  return Promise.race([next.then(() => 'next' as const), oldest.then(() => 'oldest' as const)]);
}
