import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formerDataNotice } from './former-data';

describe('formerDataNotice', () => {
  const home = process.cwd();
  let folder: string;

  beforeEach(() => process.chdir((folder = mkdtempSync(join(tmpdir(), 'lienthong-former-')))));
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells of data in the former default directory, and how to go on with them', () => {
    expect(formerDataNotice('./.data')).toBeUndefined();
    mkdirSync('data');
    expect(formerDataNotice('./.data')).toBeUndefined();
    writeFileSync(join('data', 'lienthong.db'), '');
    expect(formerDataNotice('./.data')).toMatch(
      /^Data of an earlier version lie in \.\/data .+ --data-dir \.\/data\b.+$/,
    );
  });

  it('says nothing where a directory was chosen', () => {
    mkdirSync('data');
    writeFileSync(join('data', 'lienthong.db'), '');
    expect(formerDataNotice('./data')).toBeUndefined();
    expect(formerDataNotice('/var/lib/lienthong')).toBeUndefined();
  });
});
