import { type Clock } from '@lienthong/clock';
import { type ClockView } from '@lienthong/contracts';
import { type Settings, toVietnamIso } from '@lienthong/platform';

/** What the clock shows, and how fast it runs. */
export function clockView(clock: Clock, { clockSpeed }: Pick<Settings, 'clockSpeed'>): ClockView {
  const speed = { system: 1, scaled: clockSpeed, virtual: 0 }[clock.kind];
  return { kind: clock.kind, now: toVietnamIso(clock.now()), speed };
}
