import { type Dossier } from '@lienthong/contracts';
import { simplePaths } from '@lienthong/procedures';
import { DossierPool } from '../support/dossier-pool';
import { PATH_GROUPS } from './path-groups';
import { Walk } from './walk';

/** Enough that even the rarer choices of procedures come up as often as they have paths. */
const DOSSIERS_A_GROUP = 8_000;
const LARGEST = Math.max(...PATH_GROUPS.map(({ paths }) => paths));

/** A group of paths of which one in `every` is walked. */
export type PathShare = (typeof PATH_GROUPS)[number] & { readonly every: number };

/** All paths of all groups, of the largest group one in `everyOfLargest`. */
export function sharesOf(everyOfLargest: number): readonly PathShare[] {
  return PATH_GROUPS.map((group) => ({ ...group, every: group.paths === LARGEST ? everyOfLargest : 1 }));
}

/** Files a dossier for each path of the shares; by the groups' titles. Neighbouring paths differ in their ends only. */
export async function fileDossiers(
  shares: readonly PathShare[],
  seed: number,
  file: (dossier: Dossier, key: string) => Promise<string>,
): Promise<ReadonlyMap<string, readonly Walk[]>> {
  const pool = new DossierPool(seed, DOSSIERS_A_GROUP);
  const begun = shares.map(async ({ title, group, procedures, every }) => {
    const paths = simplePaths(group, procedures).filter((_, i) => i % every === 0);
    const walks = paths.map(async (path, i) => {
      const dossier = pool.take(procedures);
      return new Walk(path, dossier, await file(dossier, `${title} ${i}`));
    });
    return [title, await Promise.all(walks)] as const;
  });
  return new Map(await Promise.all(begun));
}
