import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { EmbeddedDatabase } from '../database/embedded-database';
import { type BackupRecord, BackupRefused, restoreBackup, takeBackup } from '.';

const PAGE = 8_192;
const ROWS = 200;

describe('backup and restore', () => {
  let home: string;
  let directory: string;
  let to: string;
  let target: string;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-backup-'));
    directory = join(home, 'data');
    target = join(home, 'target');
    to = join(home, 'backup.db');
    await make(directory);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const make = async (path: string): Promise<void> => {
    await new EmbeddedDatabase(path, 'normal').close();
    const db = new Database(join(path, 'lienthong.db'));
    db.exec('create table kept (id text not null unique, content blob)');
    const insert = db.prepare('insert into kept values (?, zeroblob(5000))');
    for (let i = 0; i < ROWS; i++) insert.run([`row-${i}`]);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  };
  const take = (path = to): BackupRecord => takeBackup({ directory, to: path, version: '1.2.3' });
  const restore = (path = target): BackupRecord => restoreBackup({ from: to, directory: path });
  const refusal = (act: () => unknown): [number, string] => {
    try {
      act();
    } catch (error) {
      if (error instanceof BackupRefused) return [error.exitCode, error.message];
      throw error;
    }
    throw new Error('was not refused');
  };
  const expectWhole = async (path: string): Promise<void> => {
    const database = new EmbeddedDatabase(path, 'normal');
    expect(database.reader.prepare('select count(*) as n from kept').get()).toMatchObject({ n: ROWS });
    await database.close();
  };

  it('makes a directory of what another one held, the same data by their identity', async () => {
    const record = take();
    expect(record).toMatchObject({ version: '1.2.3', layout: 1, rows: { kept: ROWS } });
    expect(restore()).toEqual(record);
    await expectWhole(target);
    const marker = (path: string): string => readFileSync(join(path, 'data-directory.json'), 'utf8');
    expect(marker(target)).toBe(marker(directory));
    expect([to, target].map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['600', '700']);
    expect(readdirSync(home).sort()).toEqual(['backup.db', 'data', 'target']);
  });

  it('is taken while the data are in use', async () => {
    const database = new EmbeddedDatabase(directory, 'normal');
    expect(take().rows['kept']).toBe(ROWS);
    await database.close();
  });

  it('overwrites nothing', () => {
    writeFileSync(to, 'something else');
    expect(refusal(take)).toEqual([2, expect.stringMatching(/^--to \S+ is there already: /)]);
    rmSync(to);
    take();
    expect(refusal(() => restore(directory))).toEqual([
      2,
      expect.stringMatching(/holds data already \(lienthong\.db\): /),
    ]);
    for (const name of readdirSync(directory)) if (name !== 'lienthong.db-wal') rmSync(join(directory, name));
    writeFileSync(join(directory, 'lienthong.db-wal'), 'frames of another database');
    expect(refusal(() => restore(directory))).toEqual([
      2,
      expect.stringMatching(/holds data already \(lienthong\.db-wal\): /),
    ]);
  });

  it('goes into the directory that lost this database, and into no other that had data', async () => {
    take();
    const other = join(home, 'other');
    await make(other);
    for (const path of [directory, other])
      for (const name of readdirSync(path)) if (name !== 'data-directory.json') rmSync(join(path, name));
    expect(refusal(() => restore(other))).toEqual([2, expect.stringMatching(/had other data than/)]);
    expect(existsSync(join(other, 'lienthong.db'))).toBe(false);
    restore(directory);
    await expectWhole(directory);
  });

  it.each<[string, (path: string) => void, number, RegExp]>([
    ['has a wiped page', (path) => wipe(path, 10), 1, /^--from \S+ is damaged \(.+\): take another one$/],
    ['is cut off', (path) => truncateSync(path, 20 * PAGE), 1, /^--from \S+ is damaged/],
    ['is empty', (path) => truncateSync(path), 2, /^--from \S+ is no backup: /],
    [
      'is no database',
      (path) => writeFileSync(path, 'x'.repeat(9_000)),
      1,
      /^--from \S+ is damaged or no backup/,
    ],
    [
      'has fewer rows than it says',
      (path) => loseRow(path),
      1,
      /damaged \(199 rows in kept instead of 200\)/,
    ],
    ['is missing', (path) => rmSync(path), 2, /^--from \S+: there is no such file$/],
  ])('is refused where the backup %s, and leaves no database', (_, spoil, exitCode, line) => {
    take();
    spoil(to);
    expect(refusal(restore)).toEqual([exitCode, expect.stringMatching(line)]);
    expect(existsSync(target) ? readdirSync(target) : []).not.toContain('lienthong.db');
    expect(existsSync(join(target, 'restoring.db'))).toBe(false);
  });

  it('is refused where nothing is to be backed up, or nowhere to put it', () => {
    const inside = join(directory, 'backup.db');
    expect(refusal(() => take(inside))).toEqual([2, expect.stringMatching(/lies in the data directory/)]);
    const nowhere = join(home, 'nowhere', 'backup.db');
    expect(refusal(() => take(nowhere))).toEqual([2, expect.stringMatching(/there is no directory/)]);
    directory = home;
    expect(refusal(take)).toEqual([2, expect.stringMatching(/holds no data/)]);
  });

  it('is not taken of damaged data', () => {
    wipe(join(directory, 'lienthong.db'), 30);
    expect(refusal(take)).toEqual([1, expect.stringMatching(/the database is damaged/)]);
    expect(readdirSync(home)).toEqual(['data']);
  });
});

function wipe(file: string, pages: number): void {
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(pages * PAGE), 0, pages * PAGE, statSync(file).size - pages * PAGE);
  closeSync(opened);
}

function loseRow(file: string): void {
  const db = new Database(file);
  db.exec("delete from kept where id = 'row-7'");
  db.close();
}
