import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Acknowledgements } from './acknowledgements';
import { Journal, type JournalEntry, readJournal } from './journal';

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'replay-journal-'));
  path = join(directory, 'run', 'acknowledged.ndjson');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const fail = (error: Error): void => {
  throw error;
};
const entry = (n: number): JournalEntry => ({
  key: `khoá-${n}`,
  dossierNumber: `G-${n}`,
  sentAt: n,
  acknowledgedAt: n + 1,
});

async function read(): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  await readJournal(path, (one) => entries.push(one));
  return entries;
}

async function write(...numbers: readonly number[]): Promise<void> {
  const journal = await Journal.open(path, fail);
  for (const n of numbers) journal.add(entry(n));
  await journal.close();
}

describe('the journal', () => {
  it('is read as it was written, by one leg after another', async () => {
    expect(await read()).toEqual([]);
    await write(1, 2);
    await write();
    await write(3);
    expect(await read()).toEqual([entry(1), entry(2), entry(3)]);
  });

  it('is written before it is closed', async () => {
    const journal = await Journal.open(path, fail);
    journal.add(entry(1));
    while (!existsSync(path) || readFileSync(path).length === 0) await new Promise(setImmediate);
    expect(await read()).toEqual([entry(1)]);
    await journal.close();
  });

  it('is cut back to its last whole line after a kill, wherever that tore it', async () => {
    await write(1, 2);
    const torn = JSON.stringify(entry(3));
    const whole = readFileSync(path);
    for (const length of [1, 9, torn.length]) {
      appendFileSync(path, Buffer.from(torn).subarray(0, length));
      expect(await read()).toEqual([entry(1), entry(2)]);
      expect(readFileSync(path)).toEqual(whole);
    }
    await write(4);
    expect(await read()).toEqual([entry(1), entry(2), entry(4)]);
  });

  it('is read across the pieces that a large file comes in', async () => {
    const numbers = Array.from({ length: 3_000 }, (_, i) => i);
    await write(...numbers);
    expect(readFileSync(path).length).toBeGreaterThan(2 * 65_536);
    expect(await read()).toEqual(numbers.map(entry));
  });

  it.each(['nonsense', '{"key":1,"dossierNumber":"G"}', ''])(
    'names a line that is no entry: %j',
    async (line) => {
      await write(1);
      writeFileSync(path, `${readFileSync(path, 'utf8')}${line}\n`);
      await expect(read()).rejects.toThrow(/^line 2 of the run's journal is not an entry: /);
    },
  );
});

describe('Acknowledgements', () => {
  it('notices a number that is given to two keys', () => {
    const all = new Acknowledgements();
    expect(all.add('a', 'G-1')).toBe(true);
    expect(all.add('a', 'G-1')).toBe(true);
    expect(all.add('b', 'G-1')).toBe(false);
    expect(all.add('c', 'G-2')).toBe(true);
    expect(all.add('c', 'G-3')).toBe(false);
    expect([all.size, all.numberOf('b'), all.numberOf('c')]).toEqual([3, 'G-1', 'G-2']);
    expect([all.includes('G-2'), all.includes('G-9'), all.has('z')]).toEqual([true, false, false]);
  });
});
