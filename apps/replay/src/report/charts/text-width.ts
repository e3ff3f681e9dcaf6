const NARROW = new Set([..."iljtfrI.,:;|!()[]' "]);
const WIDE = new Set([...'mwMWĐ%@']);

/** Approximate width of a sans-serif text (px): outside a browser nothing measures, and marks over letters take no room. */
export function textWidth(text: string, font: string): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  let ems = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    ems += NARROW.has(letter) ? 0.32 : WIDE.has(letter) ? 0.86 : letter >= 'A' && letter <= 'Z' ? 0.68 : 0.56;
  }
  return ems * size;
}
