import { phaseDisplay, type PhaseProgress } from './phase-display';

/** A display of plain lines over a clock that the test moves. */
function lines(): {
  readonly show: (at: number, progress: Partial<PhaseProgress>) => void;
  readonly shown: string[];
} {
  const shown: string[] = [];
  let now = 0;
  const stream = { isTTY: false, write: (line: string) => shown.push(line.trimEnd()) };
  const display = phaseDisplay(stream as unknown as NodeJS.WriteStream, () => now);
  return {
    shown,
    show(at, progress) {
      now = at;
      display.update({ phase: 'filing', done: 0, total: 15_619, ...progress });
    },
  };
}

describe('the progress of a run, where no terminal watches', () => {
  it('is a line every ten seconds, with the rate and the time left', () => {
    const { show, shown } = lines();
    for (let second = 0; second <= 20; second++)
      show(second * 1_000, { done: second * 500, simulatedAt: Date.parse('2024-07-02T08:00:00+07:00') });
    expect(shown).toEqual([
      'filing     0/15,619  2024-07-02  0/s',
      'filing     5,000/15,619  2024-07-02  500/s  22 s left',
      'filing     10,000/15,619  2024-07-02  500/s  12 s left',
    ]);
  });

  it('follows a rate that changes within ten seconds', () => {
    const { show, shown } = lines();
    for (let second = 0; second <= 40; second++) show(second * 1_000, { done: Math.min(second, 20) * 100 });
    expect(shown.at(-1)).toBe('filing     2,000/15,619  0/s');
  });

  it('says at once that another phase has begun, and begins to count anew', () => {
    const { show, shown } = lines();
    show(0, { done: 15_000 });
    show(10, { phase: 'finishing', done: 14_000 });
    show(1_010, { phase: 'verifying', done: 10 });
    show(2_010, { phase: 'verifying', done: 7_000 });
    expect(shown).toEqual([
      'filing     15,000/15,619  0/s',
      'finishing  14,000/15,619  0/s',
      'verifying  10/15,619  0/s',
    ]);
  });
});
