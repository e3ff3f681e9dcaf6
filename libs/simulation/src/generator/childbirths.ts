import { triangular } from '../hash';
import { type Facilities, type Facility } from './facilities';
import { type Families, type Family } from './families';
import { DAY_MS } from './filing-days';
import { type Households } from './households';
import { ageAt } from './people';
import { type Random } from './random';

/** A birth must be registered within 60 days; these are later (đăng ký quá hạn). Planning values, as all shares here. */
const LATE_SHARE = 0.04;
const TWIN_SHARE = 0.011;
/** Of the births of parents who have had a child in this run before, where one is found. */
const AGAIN_SHARE = 0.02;
const MOVED_SHARE = 0.1;

/** About ten months. */
const BETWEEN_BIRTHS_MS = 304 * DAY_MS;
const OLDEST_MOTHER = 46;
/** A twin is filed next; in a thin stream that may be too much later, and then not at all. */
const TWIN_WAIT_MS = 20 * DAY_MS;

/** A birth that is filed now. */
export interface Childbirth {
  readonly family: Family;
  readonly facility: Facility;
  /** Epoch ms. */
  readonly bornAt: number;
}

/** Decides who was born to whom: to new families, to known ones again, and twins. */
export class Childbirths {
  private awaited: (Childbirth & { readonly until: number }) | undefined;

  constructor(
    private readonly households: Households,
    private readonly families: Families,
    private readonly facilities: Facilities,
    private readonly random: Random,
  ) {}

  /** The birth filed at `submittedAt` (epoch ms). */
  next(submittedAt: number): Childbirth {
    const twin = this.awaited;
    this.awaited = undefined;
    if (twin && submittedAt <= twin.until) return twin;
    const bornAt = submittedAt - this.ageInDays() * DAY_MS;
    const family = this.again(bornAt) ?? this.first(bornAt);
    const facility = this.facilities.pick(family.home.provinceCode, this.random);
    const birth = { family, facility, bornAt };
    if (this.random.chance(TWIN_SHARE)) this.awaited = { ...birth, until: submittedAt + TWIN_WAIT_MS };
    return birth;
  }

  private first(bornAt: number): Family {
    const family = this.households.create(bornAt);
    this.families.add(family);
    return family;
  }

  private again(bornAt: number): Family | undefined {
    if (!this.random.chance(AGAIN_SHARE)) return undefined;
    const family = this.families.find(
      ({ lastBornAt, mother }) =>
        bornAt - lastBornAt >= BETWEEN_BIRTHS_MS && ageAt(mother, bornAt) < OLDEST_MOTHER,
    );
    if (!family) return undefined;
    family.lastBornAt = bornAt;
    if (this.random.chance(MOVED_SHARE)) this.households.move(family);
    return family;
  }

  private ageInDays(): number {
    const unit = this.random.next();
    return this.random.chance(LATE_SHARE)
      ? 61 + Math.floor(unit * unit * 700)
      : Math.round(triangular(unit, 2, 12, 58));
  }
}
