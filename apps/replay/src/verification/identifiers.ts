import { NumberSet } from './number-set';

const ZERO = 48;
const NINE = 57;
/** With a leading 1, as many digits still make an exact number. */
const MOST_DIGITS = 15;

/**
 * Identifiers of one kind, of which none may be given out twice: personal ids, cards, residence numbers. Those of a kind
 * differ in their digits, which are kept as numbers; what has too many digits is kept as text.
 */
export class Identifiers {
  private readonly numbers = new NumberSet();
  private readonly texts = new Set<string>();

  /** Whether the identifier is new. */
  add(identifier: string): boolean {
    const number = exactNumber(identifier);
    if (number !== undefined) return this.numbers.add(number);
    if (this.texts.has(identifier)) return false;
    this.texts.add(identifier);
    return true;
  }
}

/** The digits behind a leading 1, so that leading zeros count; undefined where there are none or too many. */
function exactNumber(text: string): number | undefined {
  let number = 1;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) continue;
    number = number * 10 + (code - ZERO);
    digits++;
  }
  return digits > 0 && digits <= MOST_DIGITS ? number : undefined;
}
