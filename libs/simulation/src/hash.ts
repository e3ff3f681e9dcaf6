/** Murmur3's 32-bit finaliser: every input bit reaches every output bit, and no two inputs give one output. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 code units, begun from `seed` and finished by {@link mix32}. Not for secrets. */
export function hashText(seed: number, text: string): number {
  let h = mix32(seed) ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h);
}

/** The `index`-th independent number in [0, 1) of a hash. */
export function unitOf(hash: number, index: number): number {
  return mix32(hash ^ Math.imul(index + 1, 0x9e3779b9)) / 0x1_0000_0000;
}

/** Triangular distribution on [low, high], turning a uniform number in [0, 1) into a value. */
export function triangular(unit: number, low: number, mode: number, high: number): number {
  const peak = (mode - low) / (high - low);
  return unit < peak
    ? low + Math.sqrt(unit * (high - low) * (mode - low))
    : high - Math.sqrt((1 - unit) * (high - low) * (high - mode));
}
