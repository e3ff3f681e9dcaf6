/** `value` as exactly seven digits; `value` is a whole number below 10,000,000. */
export function sevenDigits(value: number): string {
  return `${10_000_000 + value}`.slice(1);
}

/** `value` as at least four digits. */
export function fourDigits(value: number): string {
  return value < 10_000 ? `${10_000 + value}`.slice(1) : `${value}`;
}

/** `value` as at least two digits. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Whether `counter` is a whole number from `min` to `max`; NaN and fractions are not. */
export function inRange(counter: number, min: number, max: number): boolean {
  return counter >= min && counter <= max && counter % 1 === 0;
}
