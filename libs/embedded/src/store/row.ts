import { type Envelope } from '@lienthong/store';

/** An aggregate as the embedded store holds it in memory. */
export interface Row {
  readonly id: string;
  readonly envelope: Envelope;
  readonly dueAt: number | undefined;
  readonly facets: readonly (string | number | undefined)[];
  /** Whether the disk has, or is being given, a row of this id. */
  stored: boolean;
}
