import { isoDay, type IsoDay, startOfDay, vietnamCalendar } from '@lienthong/calendar';
import { BadSetting, toVietnamIso } from '@lienthong/platform';

const DAY_MS = 86_400_000;
/** The national electronic service started on 10/7/2023; the calendar knows the days from then. */
const EARLIEST = startOfDay('2023-07-10');
const LAST_DAY: IsoDay = vietnamCalendar.covered.to;
const BEGINS_BEFORE_DAYS = 60;
const ENDS_BEFORE_DAYS = 30;

export interface SamplePeriod {
  /** Epoch ms at which the replayed past begins. */
  readonly begin: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/**
 * When the sample's dossiers are filed: a month that ends a month before the simulation starts, so that by then nearly
 * all have reached their end.
 * @throws BadSetting when that lies before the service existed, or after the calendar's last year
 */
export function samplePeriod(start: number): SamplePeriod {
  const begin = startOfDay(isoDay(start - BEGINS_BEFORE_DAYS * DAY_MS));
  if (begin < EARLIEST || isoDay(start) > LAST_DAY) {
    throw new BadSetting(
      '--start',
      toVietnamIso(start),
      `from 2023-09-08 to ${LAST_DAY} when a sample is replayed (--sample 0 starts empty)`,
    );
  }
  return { begin, from: isoDay(begin), to: isoDay(start - ENDS_BEFORE_DAYS * DAY_MS) };
}
