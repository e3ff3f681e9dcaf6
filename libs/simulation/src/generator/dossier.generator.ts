import { type IsoDay, type WorkingCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { type Geography } from '@lienthong/geography';
import { Bereavements, type BirthReference } from './bereavements';
import { BirthDossiers } from './birth-dossiers';
import { Childbirths } from './childbirths';
import { DeathDossiers } from './death-dossiers';
import { Facilities } from './facilities';
import { Families } from './families';
import { filingDays, filingTimes, splitByWeight } from './filing-days';
import { Households } from './households';
import { People } from './people';
import { PersonalIds } from './personal-ids';
import { Places } from './places';
import { Random } from './random';

export { type BirthReference } from './bereavements';

export interface GeneratorOptions {
  readonly seed: number;
  readonly births: number;
  readonly deaths: number;
  /** First and last day of filing, both included. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly geography: Geography;
  readonly calendar: WorkingCalendar;
  /**
   * Whether someone who has filed may die later (default true). False where dossiers are filed at other times than
   * `submittedAt`, e.g. at a constant rate: a death that is registered before what the deceased filed is decided
   * would end that in a refusal which nobody expects.
   */
  readonly applicantsDie?: boolean;
}

export interface GeneratedDossier {
  /** Epoch ms. */
  readonly submittedAt: number;
  readonly idempotencyKey: string;
  /**
   * Deaths of children who were registered in this run. The registry gave such a child its personal id, which the
   * generator cannot know: `deceased.personalId` holds a number that is given to nobody, and the driver may replace
   * it by that of the birth's certificate. The end of the dossier is the same with either.
   */
  readonly birth?: BirthReference;
  readonly dossier: Dossier;
}

/**
 * Invented dossiers in the order of their filing, exactly as many as asked for, spread over the days as offices
 * know it (Mondays, mornings, days after holidays) and over the provinces by population. People are the same ones
 * throughout: parents come again with another child, and members of a family of this run may die, after which they
 * neither file nor have children. The same options give the same dossiers. Memory does not grow with their number.
 * @throws RangeError when the period is empty
 * @throws RangeError in the stream when a facility's birth notices of a year (99,999) or the personal ids of a
 * province, sex and year of birth (a million) are used up: about forty times the nation's dossiers of 2024
 */
export function* generateDossiers(options: GeneratorOptions): Generator<GeneratedDossier, void, undefined> {
  const random = new Random(options.seed);
  const { births, deaths } = writers(options, random);
  const days = filingDays(options.from, options.to, options.calendar);
  const birthCounts = splitByWeight(days, options.births);
  const deathCounts = splitByWeight(days, options.deaths);
  let count = 0;
  for (const { start } of days) {
    let birthsLeft = birthCounts.next().value ?? 0;
    let deathsLeft = deathCounts.next().value ?? 0;
    for (const submittedAt of filingTimes(start, birthsLeft + deathsLeft, random)) {
      const isBirth = random.next() * (birthsLeft + deathsLeft) < birthsLeft;
      if (isBirth) birthsLeft--;
      else deathsLeft--;
      const idempotencyKey = `generated-${options.seed}-${++count}`;
      yield isBirth
        ? { submittedAt, idempotencyKey, dossier: births.next(submittedAt, idempotencyKey) }
        : { submittedAt, idempotencyKey, ...deaths.next(submittedAt) };
    }
  }
}

function writers(
  { seed, geography, applicantsDie = true }: GeneratorOptions,
  random: Random,
): { readonly births: BirthDossiers; readonly deaths: DeathDossiers } {
  const places = new Places(geography);
  const facilities = new Facilities(geography);
  const ids = new PersonalIds(seed, random);
  const people = new People(places, ids, random);
  const families = new Families(random);
  const households = new Households(places, people, random);
  const childbirths = new Childbirths(households, families, facilities, random);
  const bereavements = new Bereavements(places, people, ids, families, random, applicantsDie);
  return {
    births: new BirthDossiers(places, facilities, childbirths, random),
    deaths: new DeathDossiers(bereavements, facilities, random),
  };
}
