/** When dossiers are sent: by a rate of our own, or as they were filed. Rates are dossiers a second, times are ms. */
export type Schedule =
  | { readonly kind: 'constant'; readonly perSecond: number }
  | { readonly kind: 'ramp'; readonly from: number; readonly to: number; readonly overMs: number }
  | {
      readonly kind: 'burst';
      readonly perSecond: number;
      /** How many times the base rate a burst is. */
      readonly times: number;
      readonly lastMs: number;
      readonly everyMs: number;
    }
  /** The dossiers' own filing times, `speed` times faster. */
  | { readonly kind: 'profile'; readonly speed: number };

/** Evenly spaced, or at random as independent citizens come (a Poisson process of the same rate). */
export const SPACINGS = ['even', 'poisson'] as const;
export type Spacing = (typeof SPACINGS)[number];
