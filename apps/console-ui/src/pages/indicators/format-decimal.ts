import { locale } from '../../format/numbers';

/** `1,5` in Vietnamese, `1.5` in English; one digit after the comma, none from a hundred on. */
export function formatDecimal(value: number): string {
  const digits = Math.abs(value) < 100 ? 1 : 0;
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}
