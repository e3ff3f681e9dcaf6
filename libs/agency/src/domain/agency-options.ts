import { type WorkingCalendar } from '@lienthong/calendar';
import { type PolicyId } from '@lienthong/contracts';
import { type Rates } from '@lienthong/simulation';

export interface AgencyOptions {
  readonly seed: number;
  /** Who decides: the model (or the dossier's script), or a person. */
  readonly mode: 'auto' | 'manual';
  /** `instant` skips office hours and working time; only the model can decide instantly. */
  readonly pace: 'instant' | 'working-time';
  readonly calendar: WorkingCalendar;
  readonly rates: (policy: PolicyId) => Rates;
}
