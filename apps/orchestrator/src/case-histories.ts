import { Inject, Injectable } from '@nestjs/common';
import { type CaseHistories, type CaseHistory } from '@lienthong/contracts';
import { caseStatus, type CaseState } from '@lienthong/procedures';
import { CASE_ENGINE, type CaseEngine } from './case.engine';

/** Histories out of the sagas' own records, for read models that are built anew. */
@Injectable()
export class StoredCaseHistories implements CaseHistories {
  constructor(@Inject(CASE_ENGINE) private readonly cases: CaseEngine) {}

  async page(after: string | undefined, limit: number): Promise<readonly CaseHistory[]> {
    const rows = await this.cases.query({ ...(after === undefined ? {} : { afterId: after }), limit });
    return rows.map(({ state }) => historyOf(state));
  }

  async of(dossierNumbers: readonly string[]): Promise<readonly CaseHistory[]> {
    const rows = await this.cases.query({ ids: dossierNumbers, limit: dossierNumbers.length });
    return rows.map(({ state }) => historyOf(state));
  }
}

function historyOf(state: CaseState): CaseHistory {
  return { dossierNumber: state.dossierNumber, status: caseStatus(state), entries: state.history };
}
