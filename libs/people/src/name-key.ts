const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const NO_LETTERS = /[^\p{L}\p{M}]+/gu;

/**
 * A person's name as it is compared: without case, signs and doubled spaces, each syllable's tone at its end, so that
 * `Hòa` and `Hoà` are one. Accents count: `Bình` and `Bính` are two.
 */
export function nameKey(fullName: string): string {
  return fullName
    .toLowerCase()
    .normalize('NFD')
    .split(NO_LETTERS)
    .filter((word) => word !== '')
    .map((word) => word.replace(TONES, '') + (word.match(TONES)?.join('') ?? ''))
    .join(' ');
}
