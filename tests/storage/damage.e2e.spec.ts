import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { type HttpJson } from '../support/http-json';
import { type StandaloneProcess } from '../support/standalone-process';
import { StoragePlace } from './storage-place';

const PAGE = 8192;
const LOOK_MS = 20;

describe('a data directory that is damaged', () => {
  let place: StoragePlace;
  let database: string;

  beforeEach(() => {
    place = new StoragePlace();
    database = join(place.data, 'lienthong.db');
  });
  afterEach(() => place.remove());

  /** Writes zeros over so many pages at the end. */
  const wipeTail = (pages: number): void => {
    const from = statSync(database).size - pages * PAGE;
    const file = openSync(database, 'r+');
    writeSync(file, Buffer.alloc(pages * PAGE), 0, pages * PAGE, from);
    closeSync(file);
  };

  it('is refused at the start in one line', async () => {
    await place.fill(1);
    truncateSync(database);
    const process = place.start();
    expect(await process.exited).toEqual({ code: 2, signal: null });
    expect(process.stderr).toMatch(/^DATA_DIR \S+: lienthong\.db is empty.+npm run restore.+\n$/);
    expect(process.stdout).toBe('');
  }, 30_000);

  it('is noticed at work where the file is too large to be looked through at the start', async () => {
    await place.fill(50);
    const db = new Database(database);
    db.exec('create table filler (content blob)');
    const insert = db.prepare('insert into filler values (zeroblob(20000000))');
    for (let i = 0; i < 15; i++) insert.run([]);
    db.close();
    // The end of the filler: no dossier lies there, so nothing but the check meets it.
    wipeTail(1_000);
    const process = place.start();
    const client = await place.client(process);
    await untilNotReady(client, 'the database file is damaged');
    expect(await place.file(client)).toBe(503);
    expect(process.stderr).toMatch(/^DATA_DIR \S+: the database file is damaged .+npm run restore.+\n$/);
    expect(await process.send('SIGTERM')).toEqual({ code: 1, signal: null });
  }, 60_000);
});

describe('a data directory that is taken away at work', () => {
  let place: StoragePlace;

  beforeEach(() => (place = new StoragePlace()));
  afterEach(() => place.remove());

  it.each<[string, (place: StoragePlace) => void]>([
    ['the directory is deleted', ({ data }) => rmSync(data, { recursive: true })],
    ['the log is deleted', ({ data }) => rmSync(join(data, 'lienthong.db-wal'))],
    [
      'another one takes its place',
      ({ data }) => {
        renameSync(data, `${data}-moved`);
        mkdirSync(data);
        copyFileSync(join(`${data}-moved`, 'lienthong.db'), join(data, 'lienthong.db'));
        writeFileSync(join(data, 'lienthong.db-wal'), '');
      },
    ],
  ])('acknowledges nothing more, says why and stays down where %s', async (_, take) => {
    const process = place.start();
    const client = await place.client(process);
    expect(await place.file(client)).toBe(202);
    take(place);
    expect(await place.file(client)).toBe(503);
    expect(await place.file(client)).toBe(503);
    await expectGone(client, process);
  });

  it('is noticed by whoever asks whether it is ready, where nobody files', async () => {
    const process = place.start();
    const client = await place.client(process);
    rmSync(place.data, { recursive: true });
    await expectGone(client, process);
  });

  const expectGone = async (client: HttpJson, process: StandaloneProcess): Promise<void> => {
    const { status, body } = await client.get<{ checks: { store: string } }>('/health/ready');
    expect([status, body.checks.store]).toEqual([503, 'the database file was deleted, moved or replaced']);
    expect(process.running).toBe(true);
    expect(process.stderr).toMatch(/^DATA_DIR \S+: the database file was deleted.+docs\/operators\.md.+\n$/);
    expect(await process.send('SIGTERM')).toEqual({ code: 1, signal: null });
  };
});

async function untilNotReady(client: HttpJson, why: string): Promise<void> {
  for (;;) {
    const { status, body } = await client.get<{ checks: { store: string } }>('/health/ready');
    if (status === 503) return expect(body.checks.store).toBe(why);
    await pause(LOOK_MS);
  }
}
