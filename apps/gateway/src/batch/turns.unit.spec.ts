import { Problem } from '@lienthong/platform';
import { ndjsonLines } from './ndjson-lines';
import { Turns } from './turns';

/** Times round the event loop while `work` goes on. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work.finally(() => (isOver = true));
  return turns;
}

async function* inMemory(line: string, megabytes: number): AsyncGenerator<Buffer> {
  const chunk = Buffer.from(line.repeat(65_536 / line.length));
  for (let i = 0; i < megabytes * 16; i++) yield chunk;
}

async function readAll(lines: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of lines) count++;
  return count;
}

describe('a batch whose lines are all at hand', () => {
  it('lets others have their turn while it is read', async () => {
    const reading = readAll(ndjsonLines(inMemory('{}\n\n', 1)));
    // Without turns of its own it would be one: nothing here waits for anything outside.
    expect(await turnsDuring(reading)).toBeGreaterThan(5);
    expect(await reading).toBe(262_144);
  });

  it('is not read on after a thousand blank lines in a row', async () => {
    let chunks = 0;
    async function* blank(): AsyncGenerator<Buffer> {
      for await (const chunk of inMemory(' \r\n\n', 4)) {
        chunks++;
        yield chunk;
      }
    }
    await expect(readAll(ndjsonLines(blank()))).rejects.toEqual(
      new Problem({ code: 'too-many-blank-lines' }),
    );
    expect(chunks).toBe(1);
  });
});

describe('turns', () => {
  it('go round: each of those that wait gets on before one gets on again', async () => {
    const turns = new Turns();
    const order: string[] = [];
    let clock = 0;
    const work = async (name: string): Promise<void> => {
      const rest = turns.begin(() => clock);
      for (let i = 0; i < 3; i++) {
        clock += 10;
        await rest();
        order.push(name);
      }
    };
    await Promise.all(['a', 'b', 'c'].map(work));
    expect(order.join('')).toBe('abcabcabc');
  });

  it('are asked for only after a while', () => {
    let clock = 0;
    const rest = new Turns().begin(() => clock);
    expect(rest()).toBeUndefined();
    clock = 5;
    expect(rest()).toBeInstanceOf(Promise);
  });
});
