import { type LegOptions } from '../options/run-options';
import { type CaseFindings } from '../verification/stored/audit-job';
import { audit, AuditStopped } from '../verification/stored/audit';
import { collectGarbage } from './collect-garbage';
import { embeddedLeg, type LegHooks } from './embedded-leg';
import { type RunDirectory } from './run-directory';
import { type RunProgress } from './run-progress';
import { sourceOf } from './source-of';

/**
 * Takes an embedded run to its end from wherever it stands: files and lets rest what is left, then audits what is on
 * disk. Undefined where the signal cut it off.
 */
export async function runEmbedded(
  directory: RunDirectory,
  leg: LegOptions,
  progress: RunProgress,
  hooks: LegHooks,
): Promise<CaseFindings | undefined> {
  const { options } = directory;
  if (progress.restedAt === undefined) {
    progress.track.beginLeg(Date.now());
    const restedAt = await embeddedLeg(directory, sourceOf(options), leg, progress, hooks);
    if (restedAt === undefined) return undefined;
    progress.rested(restedAt);
    collectGarbage();
  }
  const job = { directory: directory.system, options, asOf: progress.restedAt ?? 0 };
  const total = 2 * progress.filed;
  try {
    return await audit(job, {
      onProgress: (done) => hooks.display.update({ phase: 'verifying', done, total }),
      signal: hooks.signal,
    });
  } catch (error) {
    if (error instanceof AuditStopped) return undefined;
    throw error;
  }
}
