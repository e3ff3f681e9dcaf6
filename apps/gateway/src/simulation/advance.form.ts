import { Instant, Line } from '../intake/fields/field.decorators';

/** Exactly one of the two. */
export class AdvanceForm {
  @Line(64, { optional: true, description: 'ISO 8601 duration, e.g. P3D or PT4H' })
  readonly by?: string;
  @Instant({ optional: true })
  readonly to?: string;
}
