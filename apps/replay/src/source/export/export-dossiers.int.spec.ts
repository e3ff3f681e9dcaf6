import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { vietnamCalendar } from '@lienthong/calendar';
import { loadGeography } from '@lienthong/platform';
import { type ReplayDossier } from '../../replay-dossier';
import { GeneratedSource } from '../generated-source';
import { RecordedSource } from '../recorded/recorded-source';
import { exportDossiers } from './export-dossiers';
import { writeNdjson } from './write-ndjson';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Long enough for a registered child to die, which is what a file could lose. */
const source = new GeneratedSource({
  seed: 3,
  births: 700,
  deaths: 700,
  from: '2023-07-10',
  to: '2024-10-31',
  geography: loadGeography(),
  calendar: vietnamCalendar,
});

async function all(items: AsyncIterable<ReplayDossier>): Promise<ReplayDossier[]> {
  const list: ReplayDossier[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('exportDossiers', () => {
  it.each(['all.ndjson', 'all.ndjson.gz', 'all.csv', 'all.csv.gz'])(
    'saves as %s what is read back',
    async (name) => {
      const file = join(folder, name);
      expect(await exportDossiers(source, file)).toBe(1_400);
      const read = await all(new RecordedSource(file));
      expect(read).toEqual(await all(source));
      expect(read.some(({ birth }) => birth)).toBe(true);
      expect(readdirSync(folder)).not.toContain(`${name}.part`);
    },
  );

  it('keeps scripts and quotes what CSV must quote', async () => {
    const [first] = await all(source);
    const { dossier } = first!;
    const applicant = { ...dossier.applicant, fullName: "Y'Blăng Niê" };
    const scripted = {
      ...first!,
      idempotencyKey: 'a "quoted", key',
      dossier: { ...dossier, applicant, simulation: { residency: ['refuse' as const], applicant: [] } },
    };
    async function* one(): AsyncGenerator<ReplayDossier> {
      yield scripted;
    }
    const file = join(folder, 'one.csv');
    await exportDossiers(one(), file);
    const { simulation, ...rest } = scripted.dossier;
    expect(await all(new RecordedSource(file))).toEqual([
      { ...scripted, dossier: { ...rest, simulation: { residency: simulation.residency } } },
    ]);
  });

  it('leaves an older file alone and nothing new where it is cut off', async () => {
    const file = join(folder, 'old.ndjson.gz');
    writeFileSync(file, 'older');
    async function* torn(): AsyncGenerator<ReplayDossier> {
      for await (const next of source) {
        yield next;
        if (next.idempotencyKey.endsWith('-500')) throw new Error('torn');
      }
    }
    await expect(exportDossiers(torn(), file)).rejects.toThrow('torn');
    const stop = new AbortController();
    async function* stopped(): AsyncGenerator<ReplayDossier> {
      for await (const next of source) {
        yield next;
        if (next.idempotencyKey.endsWith('-500')) stop.abort();
      }
    }
    await expect(exportDossiers(stopped(), file, stop.signal)).rejects.toThrow(/abort/i);
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('refuses a name that tells no format, and tells where it cannot write', async () => {
    await expect(exportDossiers(source, join(folder, 'nowhere', 'all.csv'))).rejects.toThrow(
      'all.csv: cannot be written (ENOENT)',
    );
    await expect(exportDossiers(source, join(folder, 'all.xml'))).rejects.toThrow(
      'all.xml: the name must end with',
    );
  });
});

describe('writeNdjson', () => {
  it('makes no more than a slow stream takes', async () => {
    let made = 0;
    let taken = 0;
    let furthest = 0;
    async function* counted(): AsyncGenerator<ReplayDossier> {
      for await (const next of source) {
        made++;
        furthest = Math.max(furthest, made - taken);
        yield next;
      }
    }
    const slow = new Writable({
      highWaterMark: 1_024,
      write(chunk: Buffer, _encoding, done) {
        taken += chunk.toString().split('\n').length - 1;
        setImmediate(done);
      },
    });
    await writeNdjson(counted(), slow);
    expect(taken).toBe(1_400);
    expect(furthest).toBeLessThan(300);
    expect(slow.writableEnded).toBe(false);
  });

  it('leaves the stream open for more', async () => {
    const stream = new PassThrough();
    stream.resume();
    await writeNdjson(source, stream);
    expect(stream.writable).toBe(true);
  });
});
