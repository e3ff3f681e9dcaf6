const { floor, imul } = Math;

/** 10⁶ = 1,000 × 1,000: both halves of a number have the same size, so a Feistel network fits without cycle walking. */
const HALF = 1_000;
const ROUNDS = 6;

const THREE_DIGITS: readonly string[] = Array.from({ length: HALF }, (_, value) =>
  `${HALF + value}`.slice(1),
);

/**
 * The place of `index` (0–999,999) in a keyed shuffle of all six-digit numbers, as six digits. For one key every
 * index has another place, so counting gives numbers that look random and never repeat, without look-ups.
 * It hides the order from a reader; it is no cipher.
 */
export function shuffledSixDigits(index: number, key: number): string {
  let left = floor(index / HALF);
  let right = index % HALF;
  for (let round = 0; round < ROUNDS; round++) {
    const next = (left + (mix(right, key, round) % HALF)) % HALF;
    left = right;
    right = next;
  }
  return `${THREE_DIGITS[left]}${THREE_DIGITS[right]}`;
}

/** A 32-bit hash: each round its own function of the half, the key and the round. */
function mix(half: number, key: number, round: number): number {
  let hash = imul(key ^ imul(half + 1, 0x9e3779b1), 0x85ebca6b) + imul(round + 1, 0xc2b2ae35);
  hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
