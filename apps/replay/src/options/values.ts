import { InvalidArgumentError } from 'commander';
import { isIsoDay, type IsoDay } from '@lienthong/calendar';
import { POLICY_IDS, type PolicyId } from '@lienthong/contracts';

/** What an option's text means. Each throws InvalidArgumentError, which names what is allowed. */

export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= from && value <= to))
      throw new InvalidArgumentError(`Allowed is a whole number from ${from} to ${to}.`);
    return value;
  };
}

export function day(text: string): IsoDay {
  if (!isIsoDay(text)) throw new InvalidArgumentError('Allowed is a day as yyyy-MM-dd.');
  return text;
}

export function policyId(text: string): PolicyId {
  const found = POLICY_IDS.find((id) => id === text);
  if (!found) throw new InvalidArgumentError(`Allowed is ${POLICY_IDS.join(' | ')}.`);
  return found;
}

/** `max`, or how many simulated seconds a real second takes. */
export function speed(text: string): 'max' | number {
  if (text === 'max') return 'max';
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0.01 && value <= 100_000_000))
    throw new InvalidArgumentError('Allowed is max, or a factor of real time from 0.01 to 100000000.');
  return value;
}

/** A share in (0, 1], also written as a percentage. */
export function share(text: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const value = digits === undefined ? NaN : Number(digits) / (percent ? 100 : 1);
  if (!(value > 0 && value <= 1))
    throw new InvalidArgumentError('Allowed is a share above 0, at most 1, e.g. 0.01 or 1%.');
  return value;
}

/** Seconds, into milliseconds. */
export function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0.1 && value <= 3_600)) throw new InvalidArgumentError('Allowed is 0.1 to 3600 seconds.');
  return Math.round(value * 1000);
}

/** Gathers an option that may be given several times. */
export function several(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
