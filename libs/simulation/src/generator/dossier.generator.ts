import { type IsoDay, type WorkingCalendar } from '@lienthong/calendar';
import { type Dossier } from '@lienthong/contracts';
import { type Geography } from '@lienthong/geography';
import { BirthDossiers } from './birth-dossiers';
import { DeathDossiers } from './death-dossiers';
import { filingDays, filingTimes, splitByWeight } from './filing-days';
import { People } from './people';
import { Places } from './places';
import { Random } from './random';

export interface GeneratorOptions {
  readonly seed: number;
  readonly births: number;
  readonly deaths: number;
  /** First and last day of filing, both included. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly geography: Geography;
  readonly calendar: WorkingCalendar;
}

export interface GeneratedDossier {
  /** Epoch ms. */
  readonly submittedAt: number;
  readonly idempotencyKey: string;
  readonly dossier: Dossier;
}

/**
 * Invented dossiers in the order of their filing, exactly as many as asked for, spread over the days as offices
 * know it (Mondays, mornings, days after holidays) and over the provinces by population. The same options give
 * the same dossiers. Memory does not grow with their number.
 * @throws RangeError when the period is empty
 * @throws CalendarYearMissing when the calendar does not cover it
 */
export function* generateDossiers(options: GeneratorOptions): Generator<GeneratedDossier, void, undefined> {
  const random = new Random(options.seed);
  const places = new Places(options.geography);
  const people = new People(places, random);
  const births = new BirthDossiers(places, people, random);
  const deaths = new DeathDossiers(places, people, random);
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
      count++;
      yield {
        submittedAt,
        idempotencyKey: `generated-${options.seed}-${count}`,
        dossier: (isBirth ? births : deaths).next(submittedAt),
      };
    }
  }
}
