import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestingApp, type TestingApp } from '../../test-support/testing-app';
import { servePage } from './serve-page';

describe('the page', () => {
  let folder: string;
  let app: TestingApp['app'];
  let url: string;

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + path, { headers, redirect: 'manual' });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-page-'));
    ({ app, url } = await startTestingApp({
      configure: (it) =>
        servePage(it, { auth: 'oidc', oidcIssuer: 'https://id.example.vn/realms/tinh' }, folder),
    }));
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const build = (): void => {
    const script = 'export const ready = true;';
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Liên thông</title>');
    writeFileSync(join(folder, 'assets', 'index-Ab12.js'), script);
    writeFileSync(join(folder, 'assets', 'index-Ab12.js.gz'), gzipSync(script));
    writeFileSync(join(folder, 'secret.txt'), 'not part of the page');
  };

  it('says what to do while it is not built, and is there once it is', async () => {
    const before = await get('/console/');
    expect(before.status).toBe(503);
    expect(await before.json()).toMatchObject({
      code: 'not-ready',
      detail: expect.stringContaining('npm run build') as string,
    });
    build();
    expect((await get('/console/')).status).toBe(200);
  });

  it('is one document for every path of its own, never kept', async () => {
    build();
    expect((await get('/console')).headers.get('location')).toBe('/console/');
    for (const path of [
      '/console/',
      '/console/cases/G22.99.08-20261116-0000001?tab=a',
      '/console/secret.txt',
    ]) {
      const answer = await get(path);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('Liên thông');
    }
  });

  it('lets assets be kept for good, compressed where the reader takes it', async () => {
    build();
    const answer = await get('/console/assets/index-Ab12.js', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(await answer.text()).toBe('export const ready = true;');
    expect(
      (await get('/console/assets/index-Ab12.js', { 'accept-encoding': 'identity' })).headers.get(
        'content-encoding',
      ),
    ).toBeNull();
  });

  it.each([
    'assets/other.js',
    'assets/../secret.txt',
    'assets/..%2fsecret.txt',
    'assets/%2e%2e/secret.txt',
    'assets/',
  ])('has no %s', async (path) => {
    build();
    const answer = await get(`/console/${path}`);
    expect(await answer.text()).not.toContain('not part');
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 200) expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('runs no script but its own, and talks to nobody but this origin and the identity provider', async () => {
    build();
    const { headers } = await get('/console/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' https://id.example.vn;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});
