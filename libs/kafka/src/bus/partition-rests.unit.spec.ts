import { PartitionRests } from './partition-rests';

describe('PartitionRests', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('doubles the rest with every failure in a row, up to 5 s, for each partition alone', () => {
    const rests = new PartitionRests();
    const restOf = (partition: number): number => {
      const began = Date.now();
      let resumed = -1;
      rests.rest('t', partition, () => () => (resumed = Date.now()));
      jest.runOnlyPendingTimers();
      return resumed - began;
    };
    expect(Array.from({ length: 9 }, () => restOf(0))).toEqual([
      50, 100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000,
    ]);
    expect(restOf(1)).toBe(50);
    rests.succeeded('t', 0);
    expect(restOf(0)).toBe(50);
  });

  it('resumes nothing after it is closed', () => {
    const rests = new PartitionRests();
    const resume = jest.fn();
    rests.rest('t', 0, () => resume);
    rests.close();
    jest.advanceTimersByTime(10_000);
    expect(resume).not.toHaveBeenCalled();
  });
});
