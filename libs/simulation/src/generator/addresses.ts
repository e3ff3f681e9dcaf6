import { type Address } from '@lienthong/contracts';
import { type Commune } from '@lienthong/geography';
import { CENTRAL_COAST, COUNTRYSIDES, STREETS } from './addresses.data';
import { type Random } from './random';

/** What the lists call a ward (phường); the rest are communes (xã) and special zones (đặc khu). */
const WARD = 'Phường ';

/**
 * An invented address in `commune`: house and street in a ward (số nhà, đường, tổ dân phố or khu phố), the village
 * elsewhere (thôn, bản, buôn or ấp, as the region says).
 */
export function addressIn({ code, name, provinceCode }: Commune, random: Random): Address {
  const countryside = COUNTRYSIDES[provinceCode] ?? CENTRAL_COAST;
  if (name.startsWith(WARD)) {
    const alley = random.chance(0.3) ? `/${random.between(1, 60)}` : '';
    const house = `Số ${random.between(1, 450)}${alley} đường ${random.pick(STREETS)}`;
    return { communeCode: code, detail: `${house}, ${countryside.ward} ${random.between(1, 15)}` };
  }
  const village = random.chance(0.5) ? random.between(1, 12) : random.pick(countryside.names);
  return { communeCode: code, detail: `${random.pick(countryside.kinds)} ${village}` };
}

/** The commune within a sentence: `phường Ba Đình`. */
export function nameInText({ name }: Commune): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The commune without its kind: `Ba Đình`. */
export function ownName({ name }: Commune): string {
  return name.replace(/^(Phường|Xã|Đặc khu) /, '');
}
