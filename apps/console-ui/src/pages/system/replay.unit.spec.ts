import { type ReplayView } from '@lienthong/contracts';
import { replayState, sendingLeftMs, shareDone } from './replay';

const replay = (change: Partial<ReplayView> = {}): ReplayView => ({
  run: 'tet',
  phase: 'filing',
  dossiers: 500,
  sent: 130,
  answered: 125,
  refused: 0,
  ratePerSecond: 25,
  startedAt: '2026-11-22T08:00:00.000+07:00',
  toldAt: '2026-11-22T08:00:05.000+07:00',
  ended: false,
  stale: false,
  ...change,
});

it('says how a replay stands, the end before the silence', () => {
  expect(replayState(replay())).toBe('filing');
  expect(replayState(replay({ phase: 'finishing' }))).toBe('finishing');
  expect(replayState(replay({ stale: true }))).toBe('silent');
  expect(replayState(replay({ ended: true }))).toBe('ended');
});

it('says how far it is where it is known how many there are', () => {
  expect(shareDone(replay())).toBe(0.25);
  const { dossiers: _dossiers, ...unknown } = replay();
  expect(shareDone(unknown)).toBeUndefined();
});

it('says how long the sending takes while it goes on', () => {
  expect(sendingLeftMs(replay())).toBe(15_000);
  expect(sendingLeftMs(replay({ ratePerSecond: 0 }))).toBeUndefined();
  expect(sendingLeftMs(replay({ phase: 'finishing' }))).toBeUndefined();
  expect(sendingLeftMs(replay({ stale: true }))).toBeUndefined();
});
