import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { changeApplier } from './apply-changes';
import { EmbeddedDatabase } from './embedded-database';
import { StorageFault, troubleOf } from './storage-fault';

const PAGE = 8_192;

describe('a data directory', () => {
  let home: string;
  let directory: string;
  let file: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-data-'));
    directory = join(home, 'deep', 'data');
    file = join(directory, 'lienthong.db');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const openAndClose = async (path = directory): Promise<void> => {
    const database = new EmbeddedDatabase(path, 'normal');
    await database.close();
  };

  /** Some hundred pages that something stands on. */
  const fill = async (path = directory): Promise<void> => {
    await openAndClose(path);
    const db = new Database(join(path, 'lienthong.db'));
    db.exec('create table filler (id text not null unique, content blob)');
    const insert = db.prepare('insert into filler values (?, zeroblob(5000))');
    db.exec('begin');
    for (let i = 0; i < 300; i++) insert.run([`row-${i}`]);
    db.exec('commit');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  };

  const refusal = async (): Promise<{ code?: unknown; exitCode?: unknown; message: string }> => {
    const refused = await openAndClose().then(
      () => undefined,
      (error: Error) => error,
    );
    if (!refused) throw new Error('was opened');
    return refused;
  };

  it('is readable by its owner only, and so is what lies in it', async () => {
    await openAndClose();
    expect(modeOf(directory)).toBe('700');
    for (const name of readdirSync(directory))
      expect([name, modeOf(join(directory, name))]).toEqual([name, '600']);
  });

  it('of before is tightened, and gets its marker', async () => {
    await openAndClose();
    rmSync(join(directory, 'data-directory.json'));
    const db = new Database(file);
    db.exec("delete from meta where key = 'directory'");
    db.close();
    mkdirSync(join(directory, 'replay'));
    chmodSync(directory, 0o755);
    chmodSync(file, 0o644);
    await openAndClose();
    expect(existsSync(join(directory, 'data-directory.json'))).toBe(true);
    expect([modeOf(directory), modeOf(file)]).toEqual(['700', '600']);
  });

  it('keeps its mode where somebody else has files in it', async () => {
    mkdirSync(directory, { recursive: true });
    chmodSync(directory, 0o755);
    writeFileSync(join(directory, 'package.json'), '{}', { mode: 0o644 });
    await openAndClose();
    expect([modeOf(directory), modeOf(file), modeOf(join(directory, 'package.json'))]).toEqual([
      '755',
      '600',
      '644',
    ]);
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['is empty', (path) => truncateSync(path), /: lienthong\.db is empty, /],
    ['is cut off', (path) => truncateSync(path, 20 * PAGE), /: lienthong\.db is damaged \(/],
    ['has lost its last pages', (path) => wipeTail(path, 30), /: lienthong\.db is damaged \(/],
    ['is no database', (path) => writeFileSync(path, 'x'.repeat(9_000)), /: lienthong\.db is damaged \(/],
    ['holds nothing of ours', (path) => asNew(path), /: lienthong\.db holds no data of Liên thông/],
  ])('is refused in one line where its database %s', async (_, damage, line) => {
    await fill();
    damage(file);
    const { code, exitCode, message } = await refusal();
    expect([code, exitCode]).toEqual(['data-damaged', 2]);
    expect(message).toMatch(line);
    expect(message).toMatch(/^DATA_DIR \S+: .+ npm run restore -- --from <file> --data-dir <directory>$/);
    // Refused, it is no longer held, and nothing was made of it.
    expect(await refusal()).toMatchObject({ message });
  });

  it('is refused where it has lost its database, whatever is left', async () => {
    await openAndClose();
    for (const name of readdirSync(directory))
      if (name !== 'data-directory.json') rmSync(join(directory, name));
    expect(await refusal()).toMatchObject({
      code: 'wrong-database',
      exitCode: 2,
      message: expect.stringMatching(
        /lost its database: data-directory\.json tells .+ since \d{4}.+ npm run restore/,
      ) as string,
    });
    writeFileSync(join(directory, 'data-directory.json'), '');
    expect((await refusal()).message).toMatch(/lost its database: data-directory\.json tells/);
    rmSync(join(directory, 'data-directory.json'));
    writeFileSync(`${file}-wal`, 'frames of a database that is gone');
    expect((await refusal()).message).toMatch(/lost its database: lienthong\.db-wal tells/);
    rmSync(`${file}-wal`);
    await openAndClose();
  });

  it('is refused where another directory’s database stands in it', async () => {
    const other = join(home, 'other');
    await fill();
    await fill(other);
    copyFileSync(join(other, 'lienthong.db'), file);
    expect((await refusal()).message).toMatch(/is not the database that was kept here/);
  });

  it('is as fresh as it was where making its database was broken off', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${file}.new`, 'half a database');
    writeFileSync(join(directory, 'lock.db'), '');
    await openAndClose();
    await openAndClose();
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it.each<[string, (file: string) => void]>([
    ['is deleted', (path) => rmSync(join(path, '..'), { recursive: true })],
    ['is moved away', (path) => renameSync(join(path, '..'), join(path, '..', '..', 'moved'))],
    ['loses its log', (path) => rmSync(`${path}-wal`)],
    ['gets another database', (path) => (copyFileSync(path, `${path}-2`), renameSync(`${path}-2`, path))],
  ])('that %s at work acknowledges nothing more', async (_, take) => {
    const faults: StorageFault[] = [];
    const database = new EmbeddedDatabase(directory, 'normal', (fault) => faults.push(fault));
    const write = (value: string): Promise<void> => {
      database.meta.set('noted', Buffer.from(value));
      database.touch();
      return database.durable();
    };
    await write('kept');
    take(file);
    const gone = { code: 'store-unavailable', trouble: 'gone', endsWithRestart: false };
    await expect(write('lost')).rejects.toMatchObject(gone);
    await expect(write('lost too')).rejects.toMatchObject(gone);
    expect(faults).toHaveLength(1);
    expect(await database.condition()).toBe('the database file was deleted, moved or replaced');
    await expect(database.close()).rejects.toMatchObject(gone);
  });

  it('that a reader finds damaged at work acknowledges nothing more', async () => {
    await fill();
    const faults: StorageFault[] = [];
    const database = new EmbeddedDatabase(directory, 'normal', (fault) => faults.push(fault));
    expect(await database.condition()).toBe('up');
    wipeTail(file, 60);
    const read = (): unknown[] => database.reader.prepare('select content from filler').all();
    expect(read).toThrow(StorageFault);
    expect(await database.condition()).toBe('the database file is damaged');
    await expect(database.durable()).rejects.toMatchObject({ code: 'store-unavailable', trouble: 'damaged' });
    expect(() => database.requireKeeping()).toThrow(StorageFault);
    expect(faults.map(({ endsWithRestart, message }) => [endsWithRestart, message])).toEqual([
      [
        false,
        expect.stringMatching(/^DATA_DIR \S+: the database file is damaged \(.+\)\. .+npm run restore/),
      ],
    ]);
    await expect(database.close()).rejects.toThrow(StorageFault);
  });
});

describe('a disk that is full', () => {
  it('is what a failed commit says, not what its undoing says', () => {
    const db = new Database(':memory:');
    db.exec('create table t (content blob)');
    db.pragma('max_page_count = 3');
    const rows = Array.from({ length: 100 }, () => [Buffer.alloc(3_000)]);
    let thrown: unknown;
    try {
      changeApplier(db)([{ sql: 'insert into t values (?)', rows }]);
    } catch (error) {
      thrown = error;
    }
    expect(troubleOf(thrown)).toBe('full');
    expect(troubleOf(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toBe('full');
    expect(new StorageFault('./.data', 'full', thrown).message).toBe(
      'DATA_DIR ./.data: the disk is full. Nothing acknowledged is lost: make room on it and start again',
    );
    db.close();
  });
});

function wipeTail(file: string, pages: number): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(pages * PAGE), 0, pages * PAGE, statSync(file).size - pages * PAGE);
  closeSync(opened);
}

function asNew(file: string): void {
  rmSync(file);
  const db = new Database(file);
  db.exec('create table notes (content text)');
  db.close();
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}
