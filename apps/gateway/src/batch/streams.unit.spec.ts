import * as fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { inOrder } from './in-order';
import { ndjsonLines } from './ndjson-lines';

async function* chunksOf(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe('ndjsonLines', () => {
  it('gives the same lines however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom(...'ab \rệ'), maxLength: 12 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        async (texts, sizes) => {
          const got = await collect(ndjsonLines(chunksOf(Buffer.from(texts.join('\n')), sizes), 10));
          const expected = texts.flatMap((text, i): { number: number; bytes: Buffer | undefined }[] => {
            const bytes = Buffer.from(text);
            if (bytes.length > 10) return [{ number: i + 1, bytes: undefined }];
            return text.trim() === '' ? [] : [{ number: i + 1, bytes }];
          });
          expect(got).toEqual(expected);
        },
      ),
    );
  });
});

describe('inOrder', () => {
  async function* numbers(count: number): AsyncGenerator<number> {
    for (let i = 0; i < count; i++) yield i;
  }

  it('keeps the order and the limit', async () => {
    let running = 0;
    let most = 0;
    const work = async (n: number): Promise<number> => {
      most = Math.max(most, ++running);
      await sleep((n * 7) % 5);
      running--;
      return n;
    };
    expect(await collect(inOrder(numbers(40), 8, work))).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(most).toBe(8);
  });

  it('hands results out while the source is silent', async () => {
    let release = (): void => undefined;
    const silence = new Promise<void>((resolve) => (release = resolve));
    async function* talk(): AsyncGenerator<number> {
      yield 1;
      await silence;
      yield 2;
    }
    const results = inOrder(talk(), 4, async (n) => n * 10);
    expect(await results.next()).toEqual({ done: false, value: 10 });
    release();
    expect(await collect(results)).toEqual([20]);
  });

  it('closes the source when the consumer leaves, and passes its failure on', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<number> {
      try {
        for (;;) yield 1;
      } finally {
        closed = true;
      }
    }
    for await (const _ of inOrder(source(), 4, async (n) => n)) break;
    expect(closed).toBe(true);
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('aborted');
    }
    await expect(collect(inOrder(broken(), 4, async (n) => n))).rejects.toThrow('aborted');
  });

  it('is not brought down by a source that fails while the consumer is slow', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('aborted');
    }
    const results = inOrder(broken(), 1, async (n) => n);
    await results.next();
    // Node tells of a rejection that nobody handles before the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    await expect(results.next()).rejects.toThrow('aborted');
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
