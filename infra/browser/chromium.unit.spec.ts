import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, lackOfChromium } from './chromium';

describe('the browser for tests', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lienthong-chromium-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one in the path', () => {
    writeFileSync(join(folder, 'chromium'), '');
    expect(chromiumPath({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'));
    expect(lackOfChromium({ PATH: folder })).toBeUndefined();
  });

  it('is the one that CHROMIUM names, and no other', () => {
    writeFileSync(join(folder, 'chromium'), '');
    const elsewhere = join(folder, 'mine');
    expect(chromiumPath({ PATH: folder, CHROMIUM: elsewhere })).toBeUndefined();
    expect(lackOfChromium({ PATH: folder, CHROMIUM: elsewhere })).toContain(elsewhere);
    writeFileSync(elsewhere, '');
    expect(chromiumPath({ PATH: folder, CHROMIUM: elsewhere })).toBe(elsewhere);
  });

  it('is missed with a word on how to get it', () => {
    expect(lackOfChromium({ PATH: folder })).toMatch(/install the package chromium/);
  });
});
