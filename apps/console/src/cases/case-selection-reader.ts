import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { type CaseSelection } from '@lienthong/contracts';
import { CaseSelections } from '../batches/selections.port';
import { CASE_RECORDS, type CaseRecords } from '../read-model/case-records';
import { CaseConditions } from './case-conditions';

const AT_ONCE = 1_000;

/** What a selection brings, for batches: ascending by dossier number, each once however the cases move meanwhile. */
@Injectable()
export class CaseSelectionReader extends CaseSelections {
  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    private readonly conditions: CaseConditions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async *select(selection: CaseSelection): AsyncGenerator<string> {
    const conditions = await this.conditions.of(selection, this.clock.now());
    for (let afterId = ''; ;) {
      const found = await this.records.query({ ...conditions, afterId, limit: AT_ONCE });
      for (const { id, state } of found) if (state.summary) yield id;
      const last = found.at(-1);
      if (!last || found.length < AT_ONCE) return;
      afterId = last.id;
    }
  }
}
