/**
 * Works items at the same time, so many at most, and yields the results in the order of the items.
 * A rejection is thrown in its turn.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const working = work(item);
    // It is thrown when its turn comes; until then it is nobody's.
    working.catch(() => undefined);
    underWay.push(working);
    const first = underWay.length >= atOnce ? underWay.shift() : undefined;
    if (first) yield await first;
  }
  for (const working of underWay) yield await working;
}
