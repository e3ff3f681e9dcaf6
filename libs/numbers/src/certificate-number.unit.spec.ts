import * as fc from 'fast-check';
import { ENTRIES_PER_BOOK, certificateEntry, formatCertificateNumber, parseCertificateNumber } from '.';

describe('where an entry stands in the register', () => {
  it('fills a book before it opens the next', () => {
    expect(certificateEntry(1, 2026)).toEqual({ number: 1, book: '01/2026', page: 1 });
    expect(certificateEntry(200, 2026)).toEqual({ number: 200, book: '01/2026', page: 200 });
    expect(certificateEntry(201, 2026)).toEqual({ number: 201, book: '02/2026', page: 1 });
    expect(certificateEntry(20_001, 2026)).toEqual({ number: 20_001, book: '101/2026', page: 1 });
  });

  it('is another place for every number, whatever the size of a book', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 500_000 }), (size, counter) => {
        const { book, page } = certificateEntry(counter, 2026, size);
        expect(page).toBeGreaterThanOrEqual(1);
        expect(page).toBeLessThanOrEqual(size);
        expect((Number(book.split('/')[0]) - 1) * size + page).toBe(counter);
      }),
    );
    expect(ENTRIES_PER_BOOK).toBe(200);
  });

  it.each([0, -1, 2.5, NaN])('refuses %p', (counter) => {
    expect(() => certificateEntry(counter, 2026)).toThrow(
      expect.objectContaining({ code: 'CertificateNumberRangeExhausted' }) as Error,
    );
  });

  it('is written số/năm and read back', () => {
    expect(formatCertificateNumber(123, 2026)).toBe('123/2026');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.integer({ min: 1900, max: 2100 }),
        (number, year) => {
          expect(parseCertificateNumber(formatCertificateNumber(number, year))).toEqual({ number, year });
        },
      ),
    );
    for (const text of ['0/2026', '01/2026', '1/26', '1-2026', '/2026', ''])
      expect(parseCertificateNumber(text)).toBeUndefined();
  });
});
