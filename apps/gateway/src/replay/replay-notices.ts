import { Injectable } from '@nestjs/common';
import { type ReplayAnswer, type ReplayNotice, type ReplayNotices } from '@lienthong/contracts';
import { type Engine, Engines } from '@lienthong/engine';
import { toVietnamIso } from '@lienthong/platform';
import { replayNoticeDecider, type ReplayState, type ReplayTold } from './replay-notice.decider';

const ID = 'latest-replay';
/** Real ms without a word after which nobody knows how a replay goes. */
const STALE_MS = 30_000;

/** What the replay that spoke last told of itself. */
@Injectable()
export class StoredReplayNotices implements ReplayNotices {
  private readonly engine: Engine<ReplayState, ReplayTold>;

  constructor(engines: Engines) {
    this.engine = engines.for(replayNoticeDecider);
  }

  async tell(notice: ReplayNotice): Promise<void> {
    await this.engine.execute(ID, { type: 'replay.told', notice, realNow: Date.now() });
  }

  async latest(): Promise<ReplayAnswer> {
    const state = await this.engine.read(ID);
    if (!state) return {};
    const { notice, toldAt } = state;
    const stale = !notice.ended && Date.now() - toldAt > STALE_MS;
    return { replay: { ...notice, toldAt: toVietnamIso(toldAt), stale } };
  }
}
