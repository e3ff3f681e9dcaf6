import { type ProcedureGroup } from '@lienthong/contracts';
import { type DayHistogram } from './statistics-summary';
import { WORKING_DAY_MS } from './units';

const BIN_WORKING_DAYS = 0.5;
const BINS = 60;

/** Ended cases of one group by working days: bins of half a day up to 30 days, which holds every lawful limit. */
export class DayBins {
  private readonly counts = new Array<number>(BINS).fill(0);
  private above = 0;

  constructor(private readonly procedureGroup: ProcedureGroup) {}

  /** A case that took a bin's upper bound exactly belongs to that bin: a limit of 3 days is kept within 3 days. */
  add(workingMs: number): void {
    const bin = Math.max(0, Math.ceil(workingMs / WORKING_DAY_MS / BIN_WORKING_DAYS) - 1);
    if (bin < BINS) this.counts[bin] = (this.counts[bin] ?? 0) + 1;
    else this.above++;
  }

  summary(): DayHistogram {
    const { procedureGroup, counts, above } = this;
    return { procedureGroup, binWorkingDays: BIN_WORKING_DAYS, counts: [...counts], above };
  }
}
