import { type Bounds } from './adaptive-options';
import { type Bend, type KneeStep } from './knee';

/** Sending that waited longer than this share of the step waited for the target's answers. */
const BLOCKED_SHARE = 0.1;
const FAILED_SHARE = 0.001;
/** Fewer messages come and go without meaning anything. */
const BACKLOG_NOISE = 200;

/** What gave way in a step; what went furthest beyond its bound comes first, the client before everything. */
export function bendsOf(step: Omit<KneeStep, 'bends'>, bounds: Bounds): readonly Bend[] {
  const isBlocked = step.blockedMs > step.measuredMs * BLOCKED_SHARE;
  const grown = step.backlogAfter - step.backlogBefore;
  const backlog = grown > BACKLOG_NOISE ? grown / Math.max(1, step.dossiers) / bounds.backlogPerDossier : 0;
  const late = step.lateShare / bounds.lateShare;
  const refusals = step.refusedShare / bounds.refusedShare;
  const slow = Math.max(step.p99Ms / bounds.p99Ms, isBlocked ? late : 0);
  const excess: Readonly<Record<Bend, number>> = {
    client: !isBlocked && late > 1 ? Infinity : 0,
    refusals,
    // Who is turned away waits: that is no second thing that gave way.
    latency: refusals > 1 ? 0 : slow,
    backlog,
    errors: step.failedShare / FAILED_SHARE,
  };
  return (Object.keys(excess) as Bend[])
    .filter((bend) => excess[bend] > 1)
    .sort((a, b) => excess[b] - excess[a]);
}
