const SMALLEST_MS = 1_000;
const GROWTH = Math.log(1.05);

/** The bucket of a working time: each is 5 % wider than the one before, from one second on. 0 is less than that. */
export function bucketOf(ms: number): number {
  return ms < SMALLEST_MS ? 0 : 1 + Math.floor(Math.log(ms / SMALLEST_MS) / GROWTH);
}

/** The middle of a bucket, in whole ms, rounded down: within 2.5 % of everything in it. Rounded up, the first would be 2.5 % off. */
export function bucketMs(bucket: number): number {
  return bucket === 0 ? 0 : Math.floor(SMALLEST_MS * Math.exp((bucket - 0.5) * GROWTH));
}
