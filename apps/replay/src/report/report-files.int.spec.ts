import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainReport } from '../../test-support/plain-report';
import { readReport, writeJson } from './report-files';

describe('report files', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'replay-report-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('reads back what was written', async () => {
    const path = join(folder, 'a.json');
    const report = plainReport();
    await writeJson(report, path);
    expect(await readReport(path)).toEqual(report);
  });

  it.each([
    ['missing.json', undefined, /^cannot read .*missing\.json: ENOENT$/],
    ['broken.json', '{', /^.*broken\.json is no JSON: give a file that --json wrote$/],
    ['other.json', '{"format":2}', /^.*other\.json is no replay report of format 1: .*$/],
    ['null.json', 'null', /is no replay report of format 1/],
  ])('says in one line what is wrong with %s', async (name, content, message) => {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    await expect(readReport(path)).rejects.toThrow(message);
  });
});
