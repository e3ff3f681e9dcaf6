import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PROCEDURE_AGENCY, officeOf, type CaseView, type Dossier, type Language } from '@lienthong/contracts';
import { LINKED_STATUSES, NATIONAL_STATUSES } from '@lienthong/numbers';
import { type Submission } from './submission.decider';

type Filed = Pick<CaseView, 'dossierNumber' | 'procedureGroup' | 'policy' | 'submittedAt' | 'appointment'> & {
  readonly procedures: CaseView['procedures'];
};

interface Recent {
  readonly filed: Filed;
  readonly submittedBy: string | undefined;
}

const CAPACITY = 10_000;

/**
 * The dossiers that were just acknowledged here, so that whoever follows the `Location` at once finds the dossier
 * even before its saga has begun. Only a bridge: what it forgets, the saga knows.
 */
@Injectable()
export class RecentSubmissions {
  private readonly recent = new LRUCache<string, Recent>({ max: CAPACITY });

  add(
    { dossierNumber, policy, submittedAt, appointment }: Submission,
    dossier: Dossier,
    submittedBy: string | undefined,
  ): void {
    const procedures = dossier.procedures.map((procedure) => {
      const agency = PROCEDURE_AGENCY[procedure];
      return { procedure, agency, office: officeOf(dossier, agency) ?? '', status: 'not-started' as const };
    });
    const { procedureGroup } = dossier;
    const filed: Filed = { dossierNumber, procedureGroup, policy, submittedAt, appointment, procedures };
    this.recent.set(dossierNumber, { filed, submittedBy });
  }

  /** @param submittedBy whose dossiers count; everybody's when undefined */
  find(dossierNumber: string, language: Language, submittedBy: string | undefined): CaseView | undefined {
    const recent = this.recent.get(dossierNumber);
    if (!recent || (submittedBy !== undefined && recent.submittedBy !== submittedBy)) return undefined;
    return {
      ...recent.filed,
      status: 'submitted',
      nationalStatus: { code: 1, label: NATIONAL_STATUSES[1][language] },
      linkedStatus: { code: 1, label: LINKED_STATUSES[1][language] },
      overdue: false,
      allowedActions: ['withdraw'],
      promises: [],
      supplements: [],
    };
  }
}
