import { mix32, unitOf } from '@lienthong/simulation';

/** A seeded stream of numbers in [0, 1): a failing run can be thrown again. */
export function dice(seed: number): () => number {
  const hash = mix32(seed);
  let thrown = 0;
  return () => unitOf(hash, thrown++);
}
