import { csvLine } from './csv';

describe('csvLine', () => {
  it('quotes what would break a line, and keeps the rest as it is', () => {
    expect(csvLine(['a', 'b,c', 'say "no"', 'two\nlines', 7, undefined, true])).toBe(
      'a,"b,c","say ""no""","two\nlines",7,,true\r\n',
    );
  });

  it.each(['=1+1', '+84', '-2', '@x', '\tx'])('makes %j text that no spreadsheet calculates', (text) => {
    expect(csvLine([text])).toBe(`'${text}\r\n`);
  });

  it('leaves negative numbers numbers', () => {
    expect(csvLine([-2.5])).toBe('-2.5\r\n');
  });
});
