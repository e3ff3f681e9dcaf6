import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const installedMark = join(root, 'node_modules', '.lienthong-installed');
const builtMark = join(root, 'dist', '.built');
const folders = ['apps', 'libs', 'infra', 'bench'];
const sources = folders.map((folder) => join(root, folder));

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

/** Compiles apps, libs, infra and bench to dist/, unless nothing has changed since the last time. */
export function build({ force = false } = {}) {
  const newest = Math.max(statSync(join(root, '.swcrc')).mtimeMs, ...sources.map(newestChange));
  if (!force && existsSync(builtMark) && statSync(builtMark).mtimeMs > newest) return;
  console.log('Compiling…');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const ignored = '**/*.spec.ts,**/test-support/**';
  run(process.execPath, [swc, ...folders, '-d', 'dist', '--ignore', ignored], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(builtMark, '');
}

function newestChange(folder) {
  if (!existsSync(folder)) return 0;
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    newest = Math.max(newest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return newest;
}
