export const CLOCK_KINDS = ['system', 'scaled', 'virtual'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** The one source of time. Also the injection token. Epoch milliseconds, simulated or real. */
export abstract class Clock {
  abstract readonly kind: ClockKind;
  abstract now(): number;
}
