import { type RunOptions } from '../options/run-options';
import { exportDossiers } from '../source';
import { sourceOf } from './source-of';

/** Writes what a run of these options would send to a file, and says how much that is. */
export async function exportSource(options: RunOptions, path: string, signal: AbortSignal): Promise<void> {
  const count = await exportDossiers(sourceOf(options), path, signal);
  process.stdout.write(`${count.toLocaleString('en-US')} dossiers are in ${path}\n`);
}
