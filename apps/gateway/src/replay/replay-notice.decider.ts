import { type ReplayNotice } from '@lienthong/contracts';
import { type Decider } from '@lienthong/engine';

/** The last word of the replay that spoke last. */
export interface ReplayState {
  readonly notice: ReplayNotice;
  /** Real epoch ms. */
  readonly toldAt: number;
}

export interface ReplayTold {
  readonly type: 'replay.told';
  readonly notice: ReplayNotice;
  /** Epoch ms of the real clock: the simulation's may stand. */
  readonly realNow: number;
}

/** Keeps what a replay tells of itself. Who speaks last is heard: two at once would show in turn. */
export const replayNoticeDecider: Decider<ReplayState, ReplayTold> = {
  service: 'gateway',
  kind: 'replay-notice',
  target: () => undefined,
  decide(state, input) {
    if (input.type === 'timer.fired') return undefined;
    const { notice, realNow } = input;
    if (state && isBefore(notice, state.notice)) return undefined;
    return { state: { notice, toldAt: realNow } };
  },
};

/** A word that was overtaken: of an earlier leg of the same run, or of a leg that has ended. */
function isBefore(word: ReplayNotice, last: ReplayNotice): boolean {
  if (word.run !== last.run) return false;
  const [began, lastBegan] = [Date.parse(word.startedAt), Date.parse(last.startedAt)];
  return began < lastBegan || (began === lastBegan && last.ended && !word.ended);
}
