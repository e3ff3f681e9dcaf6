import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

/**
 * Tries until it succeeds.
 * @param giveUp asked after each failure; ends the waiting by throwing
 * @param limitMs the bound
 * @throws the last failure once the bound has passed
 */
export async function waitUntil(
  attempt: () => Promise<void>,
  limitMs: number,
  giveUp: () => void = () => undefined,
): Promise<void> {
  const until = performance.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      giveUp();
      if (performance.now() > until) throw error;
    }
    await sleep(PAUSE_MS);
  }
}
