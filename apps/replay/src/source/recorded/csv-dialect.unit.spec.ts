import { dialectOf, wholeLines } from './csv-dialect';

async function linesOf(...chunks: readonly Buffer[]): Promise<string> {
  const read: Buffer[] = [];
  for await (const lines of wholeLines(pieces(chunks))) read.push(lines);
  return Buffer.concat(read).toString('utf8');
}

async function* pieces(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

const byBytes = (text: Buffer): readonly Buffer[] => [...text].map((byte) => Buffer.from([byte]));

describe('the delimiter of a CSV file', () => {
  it.each([
    ['submittedAt,idempotencyKey', ',', 1],
    ['submittedAt;idempotencyKey\r', ';', 1],
    ['submittedAt\tidempotencyKey', '\t', 1],
    ['sep=;\r', ';', 2],
    ['sep=,', ',', 2],
    ['submittedAt', ',', 1],
  ])('of a file that begins %j', (firstLine, delimiter, headerLine) => {
    expect(dialectOf(firstLine)).toEqual({ delimiter, headerLine });
  });
});

describe('the lines of a file', () => {
  it('come without the mark of their byte order, however the file is cut', async () => {
    const file = Buffer.from('\ufeffa;b\nĐặng;Thị\nend');
    expect(await linesOf(file)).toBe('a;b\nĐặng;Thị\nend');
    expect(await linesOf(...byBytes(file))).toBe('a;b\nĐặng;Thị\nend');
  });

  it('that are no UTF-8 are told by their number', async () => {
    const file = Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xd0, 0x6e, 0x0a]), Buffer.from('c\n')]);
    for (const chunks of [[file], byBytes(file)])
      await expect(linesOf(...chunks)).rejects.toMatchObject({ line: 3 });
  });

  it('in UTF-16 are refused with advice', async () => {
    await expect(linesOf(Buffer.from('\ufeffa;b\n', 'utf16le'))).rejects.toThrow(/UTF-16.*CSV UTF-8/);
  });
});
