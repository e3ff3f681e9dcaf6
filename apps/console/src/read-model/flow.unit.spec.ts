import { type Message } from '@lienthong/contracts';
import { Flow } from './flow';

const MINUTE = 60_000;

function event(type: string, at: number, data: object = {}): Message {
  return { stream: 's', sequence: 1, type: 't', subject: 'x', time: at, data: { type, at, data } };
}

describe('Flow', () => {
  it('counts what was filed and what ended in each real minute, half an hour back', () => {
    const flow = new Flow();
    flow.take([event('dossier.submitted', 1), event('dossier.accepted', 1)], 100 * MINUTE + 5);
    flow.take([event('dossier.submitted', 1)], 100 * MINUTE + 59_999);
    flow.take([event('result.returned', 7, { finishedAt: 7, onTime: true })], 101 * MINUTE);
    const minutes = flow.at(102 * MINUTE + 1);
    expect(minutes).toHaveLength(30);
    expect(minutes.at(0)?.at).toBe(73 * MINUTE);
    expect(minutes.slice(-3)).toEqual([
      { at: 100 * MINUTE, filed: 2, ended: 0 },
      { at: 101 * MINUTE, filed: 0, ended: 1 },
      { at: 102 * MINUTE, filed: 0, ended: 0 },
    ]);
    expect(flow.at(131 * MINUTE).some(({ filed, ended }) => filed + ended > 1)).toBe(false);
  });

  it('does not count a case as ended again when it comes to rest after a correction', () => {
    const flow = new Flow();
    flow.take([event('result.returned', 900, { finishedAt: 7, onTime: true, correction: 1 })], MINUTE);
    expect(flow.at(MINUTE).at(-1)).toEqual({ at: MINUTE, filed: 0, ended: 0 });
  });
});
