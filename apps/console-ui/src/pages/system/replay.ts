import { type ReplayView } from '@lienthong/contracts';

/** It sends, it waits for the ends of the cases, nothing is heard of it any more, or it is over. */
export type ReplayState = 'filing' | 'finishing' | 'silent' | 'ended';

export function replayState({ ended, stale, phase }: ReplayView): ReplayState {
  if (ended) return 'ended';
  return stale ? 'silent' : phase;
}

/** From 0 to 1; undefined where nobody knows how many dossiers there are. */
export function shareDone({ dossiers, answered }: ReplayView): number | undefined {
  return dossiers === undefined || dossiers === 0 ? undefined : Math.min(1, answered / dossiers);
}

/** How long the sending takes at the present rate, in real ms; undefined where that cannot be said. */
export function sendingLeftMs(replay: ReplayView): number | undefined {
  const { dossiers, answered, ratePerSecond } = replay;
  if (replayState(replay) !== 'filing' || dossiers === undefined || ratePerSecond <= 0) return undefined;
  return (Math.max(0, dossiers - answered) / ratePerSecond) * 1_000;
}
