import { type FieldError } from './problem';
import { type FieldErrorCode } from './field-error.catalogue';

/** `values` and `depth` bound what one body can make us do; a dossier has about 60 values in 4 levels. */
export const JSON_LIMITS = { bytes: 64 * 1024, depth: 16, values: 2_000 } as const;

export interface JsonInspection {
  /** Own members of all objects together. */
  readonly members: number;
  readonly errors: readonly FieldError[];
}

// Anything but what a form has a use for: C0 but tab and line ends, DEL, C1; line and paragraph separators,
// zero-width and bidirectional controls, interlinear annotation, noncharacters; halves of surrogate pairs, and with
// them pairs, which the patterns below tell apart. Said as what is allowed, so that nothing is let through by omission.
const HOSTILE =
  /[^\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u061b\u061d-\u180d\u180f-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufff8]/;
// With the u flag a pair is one code point, so that only halves are left to match.
const LONE_SURROGATE = /\p{Cs}/u;
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/;
const CONTROL = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u;

/**
 * Walks a JSON value and names, by JSON pointer, what no field may hold: keys that every JavaScript object
 * inherits (`__proto__`, `constructor`, …), control and direction characters, lone surrogates, what another encoding left
 * of a letter (U+FFFD), numbers beyond the range of a double. The value must not be deeper than {@link JSON_LIMITS.depth}.
 */
export function inspectJson(value: unknown): JsonInspection {
  const errors: FieldError[] = [];
  const members = walk(value, '', errors);
  return { members, errors };
}

function walk(value: unknown, pointer: string, errors: FieldError[]): number {
  if (typeof value === 'string') {
    const code = hostility(value);
    if (code) errors.push({ pointer, code });
    return 0;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) errors.push({ pointer, code: 'not-a-number' });
    return 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) members += walkMember(value[i], pointer, String(i), errors);
    return members;
  }
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    members++;
    if (key in Object.prototype)
      errors.push({ pointer: `${pointer}/${pointerToken(key)}`, code: 'forbidden-key' });
    else if (hostility(key)) errors.push({ pointer, code: 'forbidden-key' });
    members += walkMember(record[key], pointer, key, errors);
  }
  return members;
}

/** Builds the member's pointer only when it is needed: most strings are harmless, and this is the hot path. */
function walkMember(value: unknown, pointer: string, key: string, errors: FieldError[]): number {
  if (typeof value === 'string' && !HOSTILE.test(value)) return 0;
  if (value === null || typeof value === 'boolean') return 0;
  return walk(value, `${pointer}/${pointerToken(key)}`, errors);
}

function hostility(text: string): FieldErrorCode | undefined {
  if (!HOSTILE.test(text)) return undefined;
  if (LONE_SURROGATE.test(text)) return 'lone-surrogate';
  if (CONTROL.test(text)) return 'control-character';
  if (text.includes('\ufffd')) return 'not-utf-8';
  return INVISIBLE.test(text) ? 'bidi-control' : undefined;
}

/** A key as one token of a JSON pointer (RFC 6901 §3), cut so that a hostile key does not fill the answer. */
export function pointerToken(key: string): string {
  const token = key.length > 64 ? `${key.slice(0, 64).replace(/\p{Cs}/gu, '')}…` : key;
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}
