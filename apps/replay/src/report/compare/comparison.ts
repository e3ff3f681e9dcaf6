import { type Bilingual } from '../names';
import { type ReplayReport } from '../replay-report';
import { comparedFigures } from './compared-figures';
import { differences } from './differences';

/** How a figure is written: `share` is 0 to 1, `ms` real time, `days` working days. */
export type Unit = 'count' | 'rate' | 'ms' | 'bytes' | 'share' | 'days';

/** One figure of two runs. */
export interface ComparedFigure {
  /** Figures of one heading stand together. */
  readonly heading: Bilingual;
  readonly name: Bilingual;
  readonly unit: Unit;
  /** Null where a run has no such figure. */
  readonly a: number | null;
  readonly b: number | null;
  /** Which way is better; unset where neither is. */
  readonly better?: 'less' | 'more';
}

/** What may make two runs incomparable. */
export interface Difference {
  readonly name: Bilingual;
  readonly a: string;
  readonly b: string;
}

export interface Comparison {
  readonly figures: readonly ComparedFigure[];
  /** Conditions in which the runs differ: their figures are to be read with that in mind. */
  readonly warnings: readonly Difference[];
}

export function comparisonOf(a: ReplayReport, b: ReplayReport): Comparison {
  return { figures: comparedFigures(a, b), warnings: differences(a, b) };
}

/** `better`, `worse` or neither, of b beside a: what a colour says is also said in a word. */
export function judgement({ a, b, better }: ComparedFigure): 'better' | 'worse' | undefined {
  if (a === null || b === null || better === undefined || a === b) return undefined;
  return b < a === (better === 'less') ? 'better' : 'worse';
}

/** By how much b is greater than a, as a share of a; null where that says nothing. */
export function relative({ a, b, unit }: ComparedFigure): number | null {
  return a === null || b === null || a === 0 || unit === 'share' ? null : (b - a) / Math.abs(a);
}
