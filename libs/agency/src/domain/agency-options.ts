import { type WorkingCalendar } from '@lienthong/calendar';
import { type PolicyId } from '@lienthong/contracts';
import { type Rates } from '@lienthong/simulation';

export interface AgencyOptions {
  readonly seed: number;
  /** Who decides: the model (or the dossier's script), or a person. */
  readonly mode: 'auto' | 'manual';
  /** `instant` skips office hours and working time; only the model can decide instantly. */
  readonly pace: 'instant' | 'working-time';
  /** When the agency works: the offices' hours but for its outages. */
  readonly calendar: WorkingCalendar;
  /** At each of its offices, so that work waits until one is free; unset: no limit. A person who decides is not counted. */
  readonly officers?: number | undefined;
  readonly rates: (policy: PolicyId) => Rates;
}
