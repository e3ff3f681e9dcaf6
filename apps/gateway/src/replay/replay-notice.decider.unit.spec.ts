import { type ReplayNotice } from '@lienthong/contracts';
import { type DecisionContext } from '@lienthong/engine';
import { replayNoticeDecider, type ReplayState } from './replay-notice.decider';

const AT = '2026-11-22T08:00:00.000+07:00';
const LATER = '2026-11-22T09:00:00.000+07:00';

const word = (change: Partial<ReplayNotice> = {}): ReplayNotice => ({
  run: 'a',
  phase: 'filing',
  sent: 10,
  answered: 9,
  refused: 0,
  ratePerSecond: 5,
  startedAt: AT,
  ended: false,
  ...change,
});

const after = (state: ReplayState | undefined, notice: ReplayNotice, realNow: number): unknown =>
  replayNoticeDecider.decide(state, { type: 'replay.told', notice, realNow }, {} as DecisionContext)?.state;

describe('what a replay tells of itself', () => {
  it('is kept with when it was told', () => {
    expect(after(undefined, word(), 7)).toEqual({ notice: word(), toldAt: 7 });
    expect(after({ notice: word(), toldAt: 7 }, word({ sent: 20 }), 8)).toEqual({
      notice: word({ sent: 20 }),
      toldAt: 8,
    });
  });

  it('gives way to another run and to the next leg of its own', () => {
    const ended = { notice: word({ ended: true, startedAt: LATER }), toldAt: 7 };
    expect(after(ended, word({ run: 'b' }), 8)).toMatchObject({ notice: { run: 'b' } });
    const next = word({ startedAt: '2026-11-22T09:30:00.000+07:00' });
    expect(after(ended, next, 8)).toMatchObject({ notice: next });
  });

  it('is not undone by a word that was overtaken', () => {
    const ended = { notice: word({ ended: true, startedAt: LATER }), toldAt: 7 };
    expect(after(ended, word({ startedAt: LATER }), 8)).toBeUndefined();
    expect(after(ended, word({ startedAt: AT }), 8)).toBeUndefined();
  });
});
