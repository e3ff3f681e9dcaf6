import { type Dossier } from '@lienthong/contracts';
import { type ReplayDossier } from '../replay-dossier';

/**
 * The dossier as it is filed. A registered child that died is named by the personal id (số định danh cá nhân) that
 * its birth was given.
 * @param personalId from the result of the birth that {@link ReplayDossier.birth} names; undefined while that is open
 * or when it ended without a certificate: the form needs a number, so the dossier then keeps the one it has
 */
export function filedDossier({ birth, dossier }: ReplayDossier, personalId: string | undefined): Dossier {
  if (!birth || personalId === undefined || dossier.procedureGroup !== 'death') return dossier;
  return { ...dossier, deceased: { ...dossier.deceased, personalId } };
}
