import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { type HttpJson } from '../support/http-json';
import { StoragePlace } from './storage-place';

const MAIN = resolve(__dirname, '../../dist/apps/standalone/src/backup/main.js');
const LOOK_MS = 5;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the commands in a process of its own. */
function launch(
  name: 'backUp' | 'restore',
  args: readonly string[],
): { child: ChildProcess; ended: Promise<Ended> } {
  const script = `process.exitCode = require(${JSON.stringify(MAIN)}).${name}(process.argv.slice(1))`;
  const child = spawn(process.execPath, ['-e', script, '--', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, ended };
}

describe('backup and restore', () => {
  let place: StoragePlace;
  let file: string;

  beforeEach(() => {
    place = new StoragePlace();
    file = join(place.folder, 'backup.db');
  });
  afterEach(() => place.remove());

  const backUp = (): Promise<Ended> => launch('backUp', ['--data-dir', place.data, '--to', file]).ended;
  const restore = (directory = place.data): Promise<Ended> =>
    launch('restore', ['--from', file, '--data-dir', directory]).ended;
  const expectRefusal = (ended: Ended, code: number, line: RegExp): void => {
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  };

  it('keeps everything acknowledged before it, while the system goes on under load', async () => {
    const process = place.start();
    const client = await place.client(process);
    const load = keepFiling(place, client);
    while (place.taken.size < 200) await pause(LOOK_MS);
    const { body: time } = await client.post<{ now: string }>('/v1/simulation/advance', { by: 'P2D' });
    const before = [...place.taken.values()];
    expect(await backUp()).toMatchObject({ code: 0, stderr: '' });
    expect(place.taken.size).toBeGreaterThan(before.length);
    await load.stop();
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    await process.send('SIGKILL');

    rmSync(place.data, { recursive: true });
    const restored = await restore();
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect(restored.stdout).toMatch(
      /^Restored \S+ from \S+: [\d,]+ dossiers as of \S+Z, by version \S+, verified\./,
    );
    const again = await place.client(place.start());
    expect(await place.missing(again, before)).toEqual([]);
    const { body: later } = await again.post<{ now: string }>('/v1/simulation/advance', { by: 'PT1M' });
    expect(Date.parse(later.now)).toBeGreaterThan(Date.parse(time.now));
    expect(await place.file(again)).toBe(202);
  }, 60_000);

  it('leaves nothing under its name when it is killed, and clears up after itself the next time', async () => {
    await place.fill(20);
    const db = new Database(join(place.data, 'lienthong.db'));
    db.exec('create table filler (content blob)');
    const insert = db.prepare('insert into filler values (zeroblob(20000000))');
    for (let i = 0; i < 12; i++) insert.run([]);
    db.close();
    const { child, ended } = launch('backUp', ['--data-dir', place.data, '--to', file]);
    const draft = `${file}.part-${child.pid}`;
    while (statSync(draft, { throwIfNoEntry: false })?.size === undefined || statSync(draft).size === 0)
      await pause(1);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(file)).toBe(false);
    expect(existsSync(draft)).toBe(true);
    expect(await backUp()).toMatchObject({ code: 0 });
    expect(readdirSync(place.folder).filter((name) => name.includes('.part-'))).toEqual([]);
    expect(await place.missing(await place.client(place.start()))).toEqual([]);
  }, 60_000);

  it('says how it is called', async () => {
    expect(await launch('backUp', ['--help']).ended).toMatchObject({ code: 0, stderr: '' });
    expectRefusal(await launch('backUp', []).ended, 2, /--to/);
    expectRefusal(await launch('restore', ['--form', 'x']).ended, 2, /unknown option|--from/);
  }, 30_000);
});

/** Files dossiers one after the other, on four lines, until it is stopped. */
function keepFiling(place: StoragePlace, client: HttpJson): { stop(): Promise<void> } {
  let going = true;
  const line = async (): Promise<void> => {
    while (going) {
      expect(await place.file(client)).toBe(202);
      await pause(LOOK_MS);
    }
  };
  const lines = Promise.all([line(), line(), line(), line()]);
  return {
    stop: async () => {
      going = false;
      await lines;
    },
  };
}
