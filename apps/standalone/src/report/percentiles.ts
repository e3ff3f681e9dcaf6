/** Nearest-rank percentile of ascending values: always a value that occurred. */
export function percentile(ascending: readonly number[], percent: number): number {
  if (ascending.length === 0) return NaN;
  const rank = Math.max(1, Math.ceil((percent / 100) * ascending.length));
  return ascending[rank - 1] as number;
}
