import { Pacer } from './pacer';

describe('Pacer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const started = (task: () => Promise<unknown>) => new Pacer(task, 3_000);

  it('runs at once after a rest, then not before the rest is over, however often it is asked', async () => {
    const task = jest.fn(() => Promise.resolve());
    const pacer = started(task);
    pacer.request();
    await jest.advanceTimersByTimeAsync(0);
    expect(task).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 10; i++) pacer.request();
    await jest.advanceTimersByTimeAsync(2_999);
    expect(task).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('serves what was asked for while it ran, and never runs twice at a time', async () => {
    let finish = (): void => undefined;
    const task = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const pacer = started(task);
    pacer.request();
    pacer.request();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(task).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('goes on after a task that failed, and rests for good when stopped', async () => {
    const task = jest.fn(() => Promise.reject(new Error('unreachable')).catch(() => undefined));
    const pacer = started(task);
    pacer.request();
    await jest.advanceTimersByTimeAsync(0);
    pacer.request();
    pacer.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(task).toHaveBeenCalledTimes(1);
    pacer.request();
    await jest.advanceTimersByTimeAsync(0);
    expect(task).toHaveBeenCalledTimes(2);
  });
});
