import i18n from 'i18next';

/** `1.561.852` in Vietnamese, `1,561,852` in English. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

/** A share of 0 to 1 as per cent; more digits near the ends, where they matter. */
export function formatShare(share: number): string {
  const digits = share > 0.99 || share < 0.01 ? 2 : 1;
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** The BCP 47 tag of the language on screen. */
export function locale(): string {
  return i18n.language === 'en' ? 'en-GB' : 'vi-VN';
}
