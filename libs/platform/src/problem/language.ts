import { type Language } from '@lienthong/contracts';

/** A text in the two languages of the API, Vietnamese first. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/**
 * The language an `Accept-Language` header asks for (RFC 9110 §12.5.4): the one of ours with the higher
 * weight, Vietnamese when nothing is said or nothing of ours is wanted. Never throws.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'vi';
  let best: Language = 'vi';
  let bestWeight = 0;
  for (const range of acceptLanguage.slice(0, 256).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const primary = tag.trim().split('-', 1)[0];
    if (primary !== 'vi' && primary !== 'en') continue;
    const weight = weightOf(parameters);
    if (weight > bestWeight) {
      best = primary;
      bestWeight = weight;
    }
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=', 2);
    if (name.trim() === 'q') {
      const weight = Number(value);
      return weight >= 0 && weight <= 1 ? weight : 0;
    }
  }
  return 1;
}
