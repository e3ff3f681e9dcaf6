import { type ClockOfProcedure } from '@lienthong/contracts';

/** What part of its time a clock has used, from 0 to 1; late is 1. */
export function usedShare({ workingMsUsed, workingMsLeft, state }: ClockOfProcedure): number {
  if (state === 'not-started') return 0;
  if (workingMsLeft === undefined) return state === 'ended' ? 1 : 0;
  const whole = workingMsUsed + workingMsLeft;
  return workingMsLeft <= 0 || whole <= 0 ? 1 : workingMsUsed / whole;
}

const NEARLY = 0.8;

/** Theme colour of its bar: late red, paused or nearly used up orange. */
export function clockColor(clock: ClockOfProcedure): string {
  if (clock.onTime === false || (clock.state !== 'ended' && clock.overdue)) return 'red.7';
  if (clock.state === 'ended') return 'green.7';
  if (clock.state === 'paused' || usedShare(clock) >= NEARLY) return 'orange.7';
  return 'jade.6';
}
