import { type CaseRecord, type CaseSummary } from './case-record';
import { Flow } from './flow';

const MINUTE = 60_000;

/** A case after so many entries of its history. */
function record(entries: number, finishedAt?: number): CaseRecord {
  const summary = { status: 'in-progress', ...(finishedAt === undefined ? {} : { finishedAt }) };
  return { entries, summary: summary as CaseSummary };
}

describe('Flow', () => {
  it('counts what was filed and what ended in each real minute, half an hour back', () => {
    const flow = new Flow();
    flow.moved(undefined, record(2), 100 * MINUTE + 5);
    flow.moved(undefined, record(1), 100 * MINUTE + 59_999);
    flow.moved(record(1), record(2), 100 * MINUTE + 59_999);
    flow.moved(record(2), record(3, 7), 101 * MINUTE);
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

  it('counts a case that was filed and ended in one batch as both', () => {
    const flow = new Flow();
    flow.moved(undefined, record(9, 7), MINUTE);
    expect(flow.at(MINUTE).at(-1)).toEqual({ at: MINUTE, filed: 1, ended: 1 });
  });

  it('does not count a case as ended again when it comes to rest after a correction, nor what a closed gap tells', () => {
    const flow = new Flow();
    flow.moved(record(9, 7), record(12, 7), MINUTE);
    flow.moved(undefined, { entries: 0, gap: 3 }, MINUTE);
    flow.moved({ entries: 0, gap: 3 }, record(9, 7), MINUTE);
    expect(flow.at(MINUTE).at(-1)).toEqual({ at: MINUTE, filed: 0, ended: 0 });
  });
});
