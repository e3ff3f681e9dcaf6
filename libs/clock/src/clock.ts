/** The one source of time. Also the injection token. Epoch milliseconds, simulated or real. */
export abstract class Clock {
  abstract readonly kind: 'system' | 'scaled' | 'virtual';
  abstract now(): number;
}
