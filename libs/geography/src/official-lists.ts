import { join } from 'node:path';

/** The folder of the official lists, `provinces.csv`, `communes.csv` and `former-communes.csv`: beside the sources, and copied beside the build. */
export const OFFICIAL_LISTS = join(__dirname, '..', 'data');
