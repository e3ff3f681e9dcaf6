import { waitUntil } from './wait-until';

const LIMIT_MS = 10_000;

describe('waitUntil', () => {
  it('tries again until it succeeds', async () => {
    let attempts = 0;
    await waitUntil(async () => {
      if (++attempts < 3) throw new Error('not yet');
    }, LIMIT_MS);
    expect(attempts).toBe(3);
  });

  it('fails with the last failure when the bound has passed', async () => {
    const attempt = () => Promise.reject(new Error('still not'));
    await expect(waitUntil(attempt, 0)).rejects.toThrow('still not');
  });

  it('ends at once when there is no point in waiting', async () => {
    let attempts = 0;
    const attempt = () => Promise.reject(new Error(`attempt ${++attempts}`));
    const giveUp = () => {
      throw new Error('it ended with exit code 1');
    };
    await expect(waitUntil(attempt, LIMIT_MS, giveUp)).rejects.toThrow('it ended with exit code 1');
    expect(attempts).toBe(1);
  });
});
