import { type ProcedureGroup } from '@lienthong/contracts';
import { type MonthTimes } from './statistics-summary';
import { Tallies } from './tallies';
import { TimeTally } from './time-tally';

/** Filed cases of a place or a month, and the times of those that ended, by group. */
export class ByGroup {
  filed = 0;
  private readonly tallies = new Tallies<ProcedureGroup, TimeTally>(() => new TimeTally(3));

  times(group: ProcedureGroup): TimeTally {
    return this.tallies.of(group, group);
  }

  summary(): Pick<MonthTimes, 'filed' | 'birth' | 'death'> {
    const of = (group: ProcedureGroup): MonthTimes[ProcedureGroup] =>
      this.tallies.find(group)?.summary() ?? null;
    return { filed: this.filed, birth: of('birth'), death: of('death') };
  }
}
