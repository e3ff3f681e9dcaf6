import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, type Outcome, runCommand } from './command';
import { EngineError } from './engine';
import { enginesFolder, projectRoot } from './project-root';

const RESOLVE_TIMEOUT_MS = 600_000;
const COMPILE_TIMEOUT_MS = 120_000;

let resolved: Promise<string> | undefined;

/**
 * The class path of the Java engines. Jars are resolved and our Java sources compiled once for each content of
 * infra/maven; processes that do it at the same time work apart, and the first to finish wins.
 * @throws EngineError with the last lines of mvn or javac
 */
export function engineClassPath(): Promise<string> {
  resolved ??= resolveClassPath().catch((error: unknown) => {
    resolved = undefined;
    throw error;
  });
  return resolved;
}

async function resolveClassPath(): Promise<string> {
  const sources = join(projectRoot(), 'infra', 'maven');
  const files = readdirSync(sources).sort();
  const folder = join(enginesFolder(), 'jars', contentKey(sources, files));
  if (!existsSync(folder)) await fill(folder, sources, files);
  return [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter);
}

function contentKey(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

async function fill(folder: string, sources: string, files: readonly string[]): Promise<void> {
  mkdirSync(join(enginesFolder(), 'jars'), { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    const lib = join(work, 'lib');
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${lib}`];
    const quiet = ['-B', '-q', '-Dstyle.color=never'];
    check(
      'mvn',
      await runCommand('mvn', [...quiet, '-f', join(sources, 'pom.xml'), ...goal], RESOLVE_TIMEOUT_MS),
    );
    const java = files.filter((file) => file.endsWith('.java')).map((file) => join(sources, file));
    const target = ['-cp', join(lib, '*'), '-d', join(work, 'classes')];
    check('javac', await runCommand('javac', [...target, ...java], COMPILE_TIMEOUT_MS));
    publish(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function check(program: string, { status, output }: Outcome): void {
  if (status === 0) return;
  const end = status === undefined ? 'could not run or took too long' : `failed with exit code ${status}`;
  throw new EngineError(`${program} ${end} while preparing the engines:\n${lastLines(output)}`);
}

function publish(work: string, folder: string): void {
  try {
    renameSync(work, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
