export interface JsonScan {
  readonly blank: boolean;
  readonly tooDeep: boolean;
  /** Object members as written, so duplicates count twice: fewer after parsing means a key was repeated. */
  readonly members: number;
  /** Commas and brackets: an upper bound of the values. */
  readonly values: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * One pass over the text outside its strings, before anything is allocated for it. For a text that is not
 * JSON the counts mean nothing: the parser refuses it next.
 */
export function scanJson(text: string, maxDepth: number): JsonScan {
  let depth = 0;
  let members = 0;
  let values = 0;
  let blank = true;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE:
        i = endOfString(text, i);
        blank = false;
        break;
      case 0x7b: // {
      case 0x5b: // [
        blank = false;
        values++;
        if (++depth > maxDepth) return { blank, tooDeep: true, members, values };
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        break;
      case 0x3a: // :
        members++;
        break;
      case 0x2c: // ,
        values++;
        break;
      case 0x20:
      case 0x09:
      case 0x0a:
      case 0x0d:
        break;
      default:
        blank = false;
    }
  }
  return { blank, tooDeep: false, members, values };
}

/** Index of the quote that closes the string opened at `start`; the last index when none does. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
  }
}
