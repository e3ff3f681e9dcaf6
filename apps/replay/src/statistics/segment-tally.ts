import { type LinkedAgencyId, SEGMENT_KINDS } from '@lienthong/contracts';
import { type AgencyWork } from './agency-work';
import { type ByKind, placeOf } from './segment-kinds';
import { type SegmentSummary } from './statistics-summary';
import { HOUR_MS } from './units';

/** Adds up who held the ended work of one agency, and for how long. */
export class SegmentTally {
  private works = 0;
  private readonly occurred: ByKind = [0, 0, 0, 0];
  private readonly calendarMs: ByKind = [0, 0, 0, 0];
  private readonly workingMs: ByKind = [0, 0, 0, 0];

  constructor(private readonly agency: LinkedAgencyId) {}

  add({ calendar, working }: AgencyWork): void {
    this.works++;
    for (const place of [0, 1, 2, 3] as const) {
      if (calendar[place] > 0) this.occurred[place]++;
      this.calendarMs[place] += calendar[place];
      this.workingMs[place] += working[place];
    }
  }

  /** Pieces of work of which the applicant had to supply something. */
  get supplements(): number {
    return this.occurred[placeOf('applicant')];
  }

  summary(): readonly SegmentSummary[] {
    const all = this.calendarMs.reduce((sum, ms) => sum + ms, 0);
    return SEGMENT_KINDS.map((kind) => {
      const place = placeOf(kind);
      return {
        agency: this.agency,
        kind,
        works: this.occurred[place],
        meanCalendarHours: this.calendarMs[place] / HOUR_MS / this.works,
        meanWorkingHours: this.workingMs[place] / HOUR_MS / this.works,
        share: all === 0 ? 0 : this.calendarMs[place] / all,
      };
    });
  }
}
