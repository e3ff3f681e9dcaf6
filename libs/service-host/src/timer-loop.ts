import { type Clock } from '@lienthong/clock';
import { type TimerPump } from '@lienthong/engine';
import { Repeating } from '@lienthong/platform';

/** Real ms between two looks for due timers: short while there are some, longer while nothing happens. */
const BUSY_MS = 10;
const IDLE_MS = 100;
const AFTER_ERROR_MS = 1_000;

/** Lets the timers of this process's share fire as time runs. Only a look: what is due is in the store. */
export function timerLoop(pump: TimerPump, clock: Clock, onError: (error: unknown) => void): Repeating {
  let pauseMs = BUSY_MS;
  // A part of them a look: a process that is to stop need not fire all that has become due while it was behind.
  const look = async (): Promise<number> => {
    const fired = await pump.fireSome(clock.now());
    pauseMs = fired > 0 ? BUSY_MS : Math.min(IDLE_MS, pauseMs * 2);
    return fired > 0 ? 0 : pauseMs;
  };
  return new Repeating(look, AFTER_ERROR_MS, onError);
}
