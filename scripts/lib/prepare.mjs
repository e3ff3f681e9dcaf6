import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './closed-output.mjs';
import { compressFiles } from './compress-files.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const installedMark = join(root, 'node_modules', '.lienthong-installed');
const builtMark = join(root, 'dist', '.built');
const pageMark = join(root, 'dist', '.built-page');
const folders = ['apps', 'libs', 'infra', 'bench'];
/** The official lists, which the compiler leaves out: read at run time, beside what was compiled. */
const lists = join('libs', 'geography', 'data');
/** The console's page: its own build, by Vite. */
const page = join('apps', 'console-ui');

/** Runs a command with its output shown; stops the process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** `npm ci`, unless node_modules is what package-lock.json says. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(installedMark) && readFileSync(installedMark, 'utf8') === lock) return;
  console.log('Installing dependencies…');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(installedMark, lock);
}

/** Compiles apps, libs, infra and bench to dist/, and bundles the page, unless nothing has changed since the last time. */
export function build({ force = false } = {}) {
  buildServices(force);
  buildPage(force);
}

function buildServices(force) {
  const sources = ['.swcrc', ...folders].map((path) => join(root, path));
  if (!force && isNewer(builtMark, sources, join(root, page))) return;
  console.log('Compiling…');
  rmSync(builtMark, { force: true });
  for (const folder of folders) rmSync(join(root, 'dist', folder), { recursive: true, force: true });
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const ignored = `**/*.spec.ts,**/test-support/**,${page}/**`;
  run(process.execPath, [swc, ...folders, '-d', 'dist', '--ignore', ignored], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cpSync(join(root, lists), join(root, 'dist', lists), { recursive: true });
  writeFileSync(builtMark, '');
}

/** A change of the services leaves the page as it is. */
function buildPage(force) {
  const sources = [page, join('libs', 'contracts'), 'package-lock.json'].map((path) => join(root, path));
  if (!force && isNewer(pageMark, sources)) return;
  console.log('Bundling the console…');
  rmSync(pageMark, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  run(process.execPath, [vite, 'build', '--config', join(page, 'vite.config.mts'), '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  compressFiles(join(root, 'dist', 'console-ui', 'assets'));
  writeFileSync(pageMark, '');
}

function isNewer(mark, sources, except) {
  const newest = Math.max(...sources.map((source) => newestChange(source, except)));
  return existsSync(mark) && statSync(mark).mtimeMs > newest;
}

function newestChange(path, except) {
  if (path === except || !existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name), except)));
}
