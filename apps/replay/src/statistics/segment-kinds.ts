import { type SegmentKind } from '@lienthong/contracts';

/** One figure a kind, in the order of {@link SEGMENT_KINDS}: read and written for every segment of every case. */
export type ByKind = [transit: number, queue: number, agency: number, applicant: number];

/** The place of a kind in {@link ByKind}. */
export function placeOf(kind: SegmentKind): 0 | 1 | 2 | 3 {
  switch (kind) {
    case 'transit':
      return 0;
    case 'queue':
      return 1;
    case 'agency':
      return 2;
    case 'applicant':
      return 3;
  }
}
