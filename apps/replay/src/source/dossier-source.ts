import { type IsoDay } from '@lienthong/calendar';
import { type ReplayDossier } from '../replay-dossier';

/** What a source is, for reports and for telling one run from another. No personal data. */
export type SourceDescription =
  | {
      readonly kind: 'generated';
      readonly seed: number;
      readonly births: number;
      readonly deaths: number;
      /** First and last day of filing. */
      readonly from: IsoDay;
      readonly to: IsoDay;
    }
  | {
      readonly kind: 'recorded';
      /** Its name, without the folders above it. */
      readonly file: string;
      /** What the file holds, where it has been surveyed. */
      readonly content?: RecordedContent;
    };

/** What a recorded file holds. */
export interface RecordedContent {
  readonly births: number;
  readonly deaths: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Hex, of the file as it is on disk. */
  readonly sha256: string;
}

/**
 * The dossiers of a run in the order of their filing. It may be gone through as often as wanted, and gives the same
 * every time; no pass holds more than a few of them in memory.
 */
export interface DossierSource extends AsyncIterable<ReplayDossier> {
  /** How many there are; undefined where only reading to the end would tell. */
  readonly count: number | undefined;
  /** When the first is filed (epoch ms); undefined where there is none. */
  firstInstant(): Promise<number | undefined>;
  describe(): SourceDescription;
}
