import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICIAL_LISTS } from '@lienthong/geography';
import { loadGeography, readGeography } from './geography.loader';
import { isRefusal } from './process';

describe('loadGeography', () => {
  it('reads the official lists, once', () => {
    expect(loadGeography().commune('00004')).toEqual({
      code: '00004',
      name: 'Phường Ba Đình',
      provinceCode: '01',
    });
    expect(loadGeography()).toBe(loadGeography());
  });
});

describe('readGeography', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lienthong-lists-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = (): string => {
    try {
      readGeography(folder);
    } catch (error) {
      if (isRefusal(error)) return error.message;
      throw error;
    }
    throw new Error('not refused');
  };

  it('refuses a missing list in one line that names it', () => {
    expect(refusal()).toBe(
      `${join(folder, 'provinces.csv')} is missing: it is the program's own list of provinces or communes, get it again (git restore, the image)`,
    );
    copyFileSync(join(OFFICIAL_LISTS, 'provinces.csv'), join(folder, 'provinces.csv'));
    expect(refusal()).toMatch(/^.+communes\.csv is missing: /);
  });

  it('refuses a broken list in one line that names the row', () => {
    writeFileSync(join(folder, 'provinces.csv'), 'code,name,population\n1,Hà Nội,1\n');
    writeFileSync(join(folder, 'communes.csv'), '');
    expect(refusal()).toBe('provinces.csv, line 2: not a two-digit code: 1');
  });
});
