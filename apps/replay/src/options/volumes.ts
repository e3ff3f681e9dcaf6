import { type IsoDay } from '@lienthong/calendar';

/** How many dossiers are invented, and over which days their filings are spread (both included). */
export interface Volumes {
  readonly births: number;
  readonly deaths: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** The country's dossiers from the first day of the electronic service to 31/10/2024 (ministry report). */
export const NATIONAL: Volumes = {
  births: 1_265_439,
  deaths: 296_413,
  from: '2023-07-10',
  to: '2024-10-31',
};

/** A month under NĐ 63/2024, in the proportion of the national volumes: some seconds of work. */
export const DEFAULT_VOLUMES: Volumes = { births: 1_620, deaths: 380, from: '2024-07-01', to: '2024-07-31' };

/**
 * A share of the volumes, in (0, 1]. The total is rounded, then the births; deaths are what is left: so 1 % of the
 * national volumes are 15,619 dossiers, of which 12,654 are births, though 1 % of the deaths would be 2,964.
 */
export function shareOf(volumes: Volumes, share: number): Volumes {
  const total = Math.round((volumes.births + volumes.deaths) * share);
  const births = Math.min(total, Math.round(volumes.births * share));
  return { ...volumes, births, deaths: total - births };
}
