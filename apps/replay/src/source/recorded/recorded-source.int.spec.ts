import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isoDay, vietnamCalendar } from '@lienthong/calendar';
import { loadGeography, toVietnamIso } from '@lienthong/platform';
import { type ReplayDossier } from '../../replay-dossier';
import { GeneratedSource } from '../generated-source';
import { RecordedSource } from './recorded-source';
import { surveyRecorded } from './survey';

const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = new GeneratedSource({
  seed: 11,
  births: 6,
  deaths: 4,
  from: '2024-03-04',
  to: '2024-03-08',
  geography: loadGeography(),
  calendar: vietnamCalendar,
});
let dossiers: ReplayDossier[];
beforeAll(async () => {
  dossiers = await all(source);
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function line({ submittedAt, ...rest }: ReplayDossier): string {
  return JSON.stringify({ submittedAt: toVietnamIso(submittedAt), ...rest });
}

/** The fault of a file whose third line was changed. */
async function faultOf(
  change: (line: Record<string, unknown>) => unknown,
  name = 'bad.ndjson',
): Promise<string> {
  const lines = dossiers.map(line);
  lines[2] = JSON.stringify(change(JSON.parse(lines[2] ?? '') as Record<string, unknown>));
  return faultIn(name, lines.join('\n'));
}

async function faultIn(name: string, content: string | Buffer): Promise<string> {
  const error = await surveyRecorded(file(name, content)).then(
    () => 'no fault',
    (fault: Error) => fault.message,
  );
  expect(error).not.toContain('\n');
  return error;
}

describe('a recorded NDJSON file', () => {
  it('gives back what it was written from, as often as asked', async () => {
    const recorded = new RecordedSource(file('whole.ndjson', dossiers.map(line).join('\n')));
    expect(await all(recorded)).toEqual(dossiers);
    expect(await all(recorded)).toEqual(dossiers);
    expect(await recorded.firstInstant()).toBe(dossiers[0]?.submittedAt);
    expect(recorded.count).toBeUndefined();
    expect(recorded.describe()).toEqual({ kind: 'recorded', file: 'whole.ndjson' });
  });

  it('may begin with a byte order mark, end lines with CRLF, hold blank lines and be compressed', async () => {
    const text = `\ufeff${dossiers.map(line).join('\r\n\r\n')}\r\n`;
    expect(await all(new RecordedSource(file('windows.jsonl', text)))).toEqual(dossiers);
    expect(await all(new RecordedSource(file('small.ndjson.gz', gzipSync(text))))).toEqual(dossiers);
  });

  it('takes the lines of the batch endpoint', async () => {
    const lines = dossiers.map(({ submittedAt, idempotencyKey, dossier }) =>
      JSON.stringify({ idempotencyKey, submittedAt: toVietnamIso(submittedAt), ...dossier }),
    );
    expect(await all(new RecordedSource(file('batch.ndjson', lines.join('\n'))))).toEqual(dossiers);
  });

  it('numbers dossiers without a key', async () => {
    const lines = dossiers.map((one) => line(one).replace(/"idempotencyKey":"[^"]*",/, ''));
    const read = await all(new RecordedSource(file('keyless.ndjson', lines.join('\n\n'))));
    expect(read.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
      dossiers.map((_, i) => `recorded-${i + 1}`),
    );
  });

  it('tells what it holds', async () => {
    const path = file('surveyed.ndjson', dossiers.map(line).join('\n'));
    const content = await surveyRecorded(path);
    expect(content).toMatchObject({
      births: 6,
      deaths: 4,
      from: isoDay(dossiers[0]!.submittedAt),
      to: isoDay(dossiers.at(-1)!.submittedAt),
    });
    expect(content.sha256).toMatch(/^[0-9a-f]{64}$/);
    const recorded = new RecordedSource(path, content);
    expect(recorded.count).toBe(10);
    expect(recorded.describe()).toEqual({ kind: 'recorded', file: 'surveyed.ndjson', content });
  });
});

describe('a fault', () => {
  it('of order names the line', async () => {
    expect(await faultOf((one) => ({ ...one, submittedAt: '2024-03-01T00:00:00+07:00' }))).toBe(
      'bad.ndjson line 3: submittedAt: is before that of the dossier above: sort the file by it',
    );
  });

  it.each([
    [
      '2024-03-05T08:00:00',
      'submittedAt: must be an ISO 8601 instant with offset, e.g. 2024-02-15T08:30:00+07:00',
    ],
    [undefined, 'submittedAt: is missing'],
    ['2051-01-02T08:00:00+07:00', 'submittedAt: the calendar of working days does not cover this day'],
  ])('of the instant %s is told', async (submittedAt, what) => {
    expect(await faultOf((one) => ({ ...one, submittedAt }))).toBe(`bad.ndjson line 3: ${what}`);
  });

  it('of the form names the field but not its value', async () => {
    const changed = await faultOf(({ dossier, ...one }) => ({
      ...one,
      dossier: { ...(dossier as object), applicant: { fullName: 'Bí Mật 123' } },
    }));
    expect(changed).toMatch(/^bad\.ndjson line 3: \/dossier\/applicant\/fullName: .* \(and 2 more\)$/);
    expect(changed).not.toContain('Mật');
    expect(
      await faultOf(({ dossier, ...one }) => ({ ...one, dossier: { ...(dossier as object), color: 'red' } })),
    ).toBe('bad.ndjson line 3: /dossier/color: The form has no such field');
  });

  it('of a rule between fields is found before anything is filed', async () => {
    const changed = await faultOf(({ dossier, ...one }) => {
      const { procedures, ...form } = dossier as { procedures: string[] };
      return { ...one, dossier: { ...form, procedures: [...procedures].reverse() } };
    });
    expect(changed).toMatch(/^bad\.ndjson line 3: \/dossier\/procedures\/0: /);
  });

  it('of the line itself is told', async () => {
    const first = line(dossiers[0]!);
    expect(await faultIn('a.ndjson', `${first}\n{"submittedAt":`)).toMatch(/^a\.ndjson line 2: /);
    expect(await faultIn('b.ndjson', '[]')).toBe('b.ndjson line 1: not a JSON object');
    expect(await faultOf((one) => ({ ...one, note: 1 }))).toBe(
      'bad.ndjson line 3: /note: only submittedAt, idempotencyKey and birth may stand beside dossier',
    );
    expect(await faultIn('c.ndjson', ' '.repeat(70_000) + first)).toBe(
      'c.ndjson line 1: longer than 64 KiB: a line holds one dossier',
    );
  });

  it('of keys is told', async () => {
    expect(await faultOf((one) => ({ ...one, idempotencyKey: dossiers[0]!.idempotencyKey }))).toBe(
      'bad.ndjson line 3: idempotencyKey: stands on an earlier line too',
    );
    expect(await faultOf((one) => ({ ...one, idempotencyKey: 'x'.repeat(256) }))).toBe(
      'bad.ndjson line 3: idempotencyKey: must be a text of 1 to 255 characters',
    );
  });

  it('of the birth that a death names is told', async () => {
    const at = dossiers.findIndex(({ dossier }) => dossier.procedureGroup === 'death');
    const withBirth = (key: string, index: number): string =>
      dossiers
        .map((one, i) => line(i === index ? { ...one, birth: { idempotencyKey: key } } : one))
        .join('\n');
    expect(await faultIn('d.ndjson', withBirth('nobody', at))).toBe(
      `d.ndjson line ${at + 1}: the birth it names is on no earlier line`,
    );
    const birth = dossiers.findIndex(({ dossier }) => dossier.procedureGroup === 'birth');
    expect(await faultIn('e.ndjson', withBirth('nobody', birth))).toBe(
      `e.ndjson line ${birth + 1}: names the birth of the deceased, but is no death dossier`,
    );
  });

  it('of the file is told', async () => {
    expect(await faultIn('empty.ndjson', '\n')).toBe('empty.ndjson: holds no dossiers');
    expect(await faultIn('torn.ndjson.gz', gzipSync(dossiers.map(line).join('\n')).subarray(0, -40))).toBe(
      'torn.ndjson.gz: is no whole gzip file',
    );
    await expect(surveyRecorded(join(folder, 'absent.csv'))).rejects.toThrow(
      'absent.csv: there is no such file',
    );
    expect(() => new RecordedSource('dossiers.xlsx')).toThrow(
      'dossiers.xlsx: the name must end with .ndjson, .jsonl or .csv, or one of these and .gz',
    );
  });
});

describe('a fault of a CSV file', () => {
  const header = 'submittedAt,procedureGroup,procedures';

  it.each([
    ['unknown column', `${header},colour\n`, 'line 1: unknown column "colour"'],
    ['column twice', `${header},procedures\n`, 'line 1: column procedures stands there twice'],
    ['no instants', 'procedureGroup\nbirth\n', 'line 1: column submittedAt is missing'],
    ['no rows', `${header}\n`, ': holds no dossiers'],
    ['nothing at all', '', 'line 1: the first row must name the columns, submittedAt among them'],
    [
      'cells too few',
      `${header}\n2024-03-05T08:00:00+07:00,birth\n`,
      'line 2: has not as many cells as the first row has columns',
    ],
    [
      'open quotation',
      `${header}\n"2024-03-05T08:00:00+07:00,birth,\n`,
      'line 2: a quotation mark is not closed',
    ],
  ])('%s is told with its line', async (_, content, what) => {
    expect(await faultIn('f.csv', content)).toBe(what.startsWith(':') ? `f.csv${what}` : `f.csv ${what}`);
  });

  it('in a cell names line and column', async () => {
    const wrong = await faultIn(
      'g.csv',
      'submittedAt,procedureGroup,procedures,childSex\r\n2024-03-05T08:00:00+07:00,birth,birth-registration sleep,x\r\n',
    );
    expect(wrong).toMatch(/^g\.csv line 2: procedures: Allowed: .* \(and \d+ more\)$/);
  });
});
