import { inRange, twoDigits } from './digits';
import { NumberRangeExhausted } from './numbers.errors';

/** Entries a book of the register (sổ hộ tịch) has room for, one a page. A convention of ours: the rule is not known. */
export const ENTRIES_PER_BOOK = 200;

/** Where an entry stands in the register: số, quyển, trang. */
export interface CertificateEntry {
  readonly number: number;
  /** `NN/yyyy`: books are numbered within the year. */
  readonly book: string;
  readonly page: number;
}

const CERTIFICATE_TEXT = /^([1-9]\d{0,8})\/(\d{4})$/;

/**
 * Number, book and page of the n-th entry of an office in a year.
 * @param counter the running number of office and year, from 1
 * @throws NumberRangeExhausted when `counter` is no whole number from 1
 */
export function certificateEntry(
  counter: number,
  year: number,
  entriesPerBook = ENTRIES_PER_BOOK,
): CertificateEntry {
  if (!inRange(counter, 1, 999_999_999)) {
    throw new NumberRangeExhausted('CertificateNumberRangeExhausted', counter, '1–999,999,999');
  }
  const fullBooks = Math.floor((counter - 1) / entriesPerBook);
  return {
    number: counter,
    book: `${twoDigits(fullBooks + 1)}/${year}`,
    page: counter - fullBooks * entriesPerBook,
  };
}

/** The number as it is written on the certificate: `số/năm`. */
export function formatCertificateNumber(number: number, year: number): string {
  return `${number}/${year}`;
}

/** Number and year of a `số/năm`; undefined when `text` is none. */
export function parseCertificateNumber(
  text: string,
): { readonly number: number; readonly year: number } | undefined {
  const match = CERTIFICATE_TEXT.exec(text);
  return match ? { number: Number(match[1]), year: Number(match[2]) } : undefined;
}
