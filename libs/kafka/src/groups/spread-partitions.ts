/** A member of a consumer group and the partitions it held until now. */
export interface Holder {
  readonly id: string;
  readonly held: readonly number[];
}

/**
 * Gives every partition of `0 … count-1` to one member. Sizes differ by one at most; a member keeps what it held as far
 * as that allows. The order of `members` does not matter.
 */
export function spreadPartitions(
  count: number,
  members: readonly Holder[],
): ReadonlyMap<string, readonly number[]> {
  const claimed = new Set<number>();
  const claims = members
    .toSorted((a, b) => compare(a.id, b.id))
    .map(({ id, held }) => ({ id, claims: [...new Set(held)].filter((p) => claim(p, count, claimed)) }))
    .toSorted((a, b) => b.claims.length - a.claims.length);
  const [least, larger] = [Math.floor(count / claims.length), count % claims.length];
  const shares = claims.map(({ id, claims: kept }, rank) => {
    const size = least + (rank < larger ? 1 : 0);
    return { id, size, partitions: kept.toSorted((a, b) => a - b).slice(0, size) };
  });
  const taken = new Set(shares.flatMap(({ partitions }) => partitions));
  const free = Array.from({ length: count }, (_, p) => p).filter((p) => !taken.has(p));
  for (const { partitions, size } of shares) partitions.push(...free.splice(0, size - partitions.length));
  return new Map(shares.map(({ id, partitions }) => [id, partitions.toSorted((a, b) => a - b)]));
}

/** Two members can claim the same partition if one of them has missed a rebalance. */
function claim(partition: number, count: number, claimed: Set<number>): boolean {
  if (!Number.isInteger(partition) || partition < 0 || partition >= count || claimed.has(partition))
    return false;
  claimed.add(partition);
  return true;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
