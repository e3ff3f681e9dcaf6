import { type IsoDay } from '@lienthong/calendar';
import { type Address, type Sex } from '@lienthong/contracts';
import { type Commune } from '@lienthong/geography';
import { type Adult } from './people';
import { type Random } from './random';

/** A child whose birth was filed in this run, as that dossier names it. */
export interface RegisteredChild {
  readonly idempotencyKey: string;
  readonly fullName: string;
  readonly dateOfBirth: IsoDay;
  readonly sex: Sex;
  readonly ethnicity: string;
  /** Permanent residence was asked for, so there is one to delete. */
  readonly resident: boolean;
}

/** Ông, bà: lives with the family. */
export interface Grandparent {
  readonly person: Adult;
  /** Which of the parents is the child of `person`. */
  readonly child: Adult;
}

/** A household with a child of this run: everyone in it is alive. */
export interface Family {
  readonly mother: Adult;
  /** Undefined where he is unknown. */
  readonly father: Adult | undefined;
  grandparent: Grandparent | undefined;
  home: Commune;
  residence: Address;
  /** The latest ones. */
  readonly children: RegisteredChild[];
  /** Personal ids of those who have filed. */
  readonly applicants: string[];
  /** Latest birth and latest filing (epoch ms). */
  lastBornAt: number;
  lastFiledAt: number;
}

/** Families kept at once: about 12 MB. */
export const FAMILIES_KEPT = 8_192;
const CHILDREN_KEPT = 3;
const LOOKS = 8;

/**
 * The families that may come again: a uniform sample of all of the run, whose size is bounded (reservoir sampling),
 * so that old and young families are met however many there are.
 */
export class Families {
  private readonly kept: Family[] = [];
  private seen = 0;

  constructor(private readonly random: Random) {}

  /** Keeps the family, or not, in the place of another. */
  add(family: Family): void {
    this.seen++;
    if (this.kept.length < FAMILIES_KEPT) {
      this.kept.push(family);
      return;
    }
    const place = Math.floor(this.random.next() * this.seen);
    if (place < FAMILIES_KEPT) this.kept[place] = family;
  }

  /** One that fits, if a few looks find one. */
  find(fits: (family: Family) => boolean): Family | undefined {
    for (let look = 0; look < LOOKS && this.kept.length > 0; look++) {
      const family = this.random.pick(this.kept);
      if (fits(family)) return family;
    }
    return undefined;
  }

  /** It does not come again: a parent has died, and the later life of widows and widowers is not followed. */
  remove(family: Family): void {
    const place = this.kept.indexOf(family);
    if (place < 0) return;
    const last = this.kept.pop();
    if (last && last !== family) this.kept[place] = last;
  }
}

/** Someone of the family files a dossier at `at` (epoch ms). */
export function noteFiling(family: Family, applicant: Adult, at: number): void {
  if (!family.applicants.includes(applicant.personalId)) family.applicants.push(applicant.personalId);
  family.lastFiledAt = at;
}

export function addChild(family: Family, child: RegisteredChild): void {
  family.children.push(child);
  if (family.children.length > CHILDREN_KEPT) family.children.shift();
}

export function removeChild(family: Family, child: RegisteredChild): void {
  family.children.splice(family.children.indexOf(child), 1);
}
