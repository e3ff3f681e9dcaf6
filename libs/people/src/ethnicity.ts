import { ETHNICITIES, type Ethnicity } from './ethnicity.data';

/** Stands where nobody knows a person's ethnicity (không xác định). */
export const UNKNOWN_ETHNICITY = 'unknown';

const MARKS = /\p{M}/gu;
const NO_LETTER = /[^a-z]/g;

const byKey: ReadonlyMap<string, Ethnicity> = new Map(
  ETHNICITIES.flatMap((ethnicity) =>
    [ethnicity.name, ...ethnicity.variants].map((name) => [keyOf(name), ethnicity] as const),
  ),
);
const names: ReadonlySet<string> = new Set(ETHNICITIES.map(({ name }) => name));
const unknown: ReadonlySet<string> = new Set(
  [UNKNOWN_ETHNICITY, 'không xác định', 'không rõ', 'chưa xác định'].map(keyOf),
);

/**
 * The name of one of the 54 peoples (dân tộc) in the spelling of the official list, whatever variant it came as:
 * `H'Mông` is `Mông`, `ê-đê` is `Ê Đê`, `Việt` is `Kinh`. {@link UNKNOWN_ETHNICITY} stays itself, also said in
 * Vietnamese. Undefined for anything else.
 */
export function canonicalEthnicity(text: string): string | undefined {
  if (names.has(text)) return text;
  const key = keyOf(text);
  return byKey.get(key)?.name ?? (unknown.has(key) ? UNKNOWN_ETHNICITY : undefined);
}

/** The letters alone, without accents and case. */
function keyOf(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '').replace(NO_LETTER, '');
}
