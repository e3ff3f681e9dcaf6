import { type AnyWorkItem } from '@lienthong/agency';
import { LINKED_AGENCIES, type LinkedAgencyId } from '@lienthong/contracts';
import { type CaseState } from '@lienthong/procedures';
import { FaultLog } from '../fault';
import { GivenOut } from '../given-out';
import { checkRecords } from '../record-check';
import { type StoredAggregates } from '@lienthong/embedded';
import { KINDS } from './kinds';
import { viewOf } from './view-of';

/**
 * Compares every case with what its agencies hold, and sees that nothing stands still: no open incident, no message that
 * waits. It needs no source, so that it can run beside {@link CaseAudit}.
 */
export class RecordAudit {
  private readonly faults = new FaultLog();
  private readonly givenOut = new GivenOut(this.faults);
  private begun = 0;

  constructor(
    private readonly stored: StoredAggregates,
    private readonly asOf: number,
  ) {}

  run(onProgress: (cases: number) => void = () => undefined): FaultLog {
    let cases = 0;
    for (const page of this.stored.pages<CaseState>('orchestrator')) {
      this.compare(page);
      onProgress((cases += page.length));
    }
    this.nobodysWork();
    this.standstill();
    return this.faults;
  }

  private compare(page: readonly (readonly [string, CaseState])[]): void {
    const work = this.workOf(page);
    for (const [agency, items] of work)
      for (const [id, { localNumber }] of items) this.givenOut.localNumber(agency, localNumber, id);
    for (const [id, state] of page) {
      const view = viewOf(state, this.asOf, id, this.faults);
      if (view) this.begun += checkRecords(view, (agency) => work.get(agency)?.get(id), this.faults);
    }
  }

  private workOf(
    page: readonly (readonly [string, CaseState])[],
  ): ReadonlyMap<LinkedAgencyId, ReadonlyMap<string, AnyWorkItem>> {
    return new Map(
      LINKED_AGENCIES.map((agency) => {
        const ids = page.filter(([, state]) => state.agencies.some((one) => one.agency === agency));
        return [
          agency,
          this.stored.some<AnyWorkItem>(
            agency,
            ids.map(([id]) => id),
          ),
        ];
      }),
    );
  }

  private nobodysWork(): void {
    const held = LINKED_AGENCIES.reduce((sum, agency) => sum + this.stored.count(agency), 0);
    if (held !== this.begun)
      this.faults.add('record', `the agencies hold ${held} pieces of work, the cases gave out ${this.begun}`);
  }

  private standstill(): void {
    for (const kind of KINDS) {
      const parked = this.stored.countParked(kind);
      if (parked > 0) this.faults.add('incident', `${kind}: ${parked} aggregates stand still`);
    }
    const waiting = this.stored.countWaiting();
    if (waiting > 0) this.faults.add('incident', `${waiting} batches of messages wait for a consumer`);
  }
}
