import { type WorkingCalendar } from '@lienthong/calendar';
import {
  officeOf,
  PROCEDURE_AGENCY,
  type Dossier,
  type DossierEvent,
  type LinkedAgencyId,
} from '@lienthong/contracts';
import { type Decision } from '@lienthong/engine';
import { appointmentOf, limitsFor, POLICIES } from '../policies';
import { sagaOf } from '../saga/machines';
import { CaseDraft } from './case-draft';
import { type AgencyProgress, type CaseState } from './case-state';
import { type Performer } from './performer';

type Submission = Extract<DossierEvent, { readonly type: 'vn.lienthong.dossier.submitted.v1' }>['data'];

export interface Acceptance {
  readonly calendar: WorkingCalendar;
  readonly performer: Performer;
  /** The two-digit province code of a commune. */
  readonly provinceOf: (communeCode: string) => string | undefined;
}

/**
 * Accepts a dossier (tiếp nhận) and sends it to the registry. The gateway has validated it; what would make a saga
 * impossible throws.
 */
export function acceptDossier(
  dossierNumber: string,
  { dossier, policy, submittedAt, simulatedApplicant, submittedBy }: Submission,
  now: number,
  { calendar, performer, provinceOf }: Acceptance,
): Decision<CaseState> {
  const { machineVersion } = POLICIES[policy];
  const agencies = progressOfAgencies(dossier);
  const step = sagaOf(dossier.procedureGroup, machineVersion).start(agencies.map(({ agency }) => agency));
  const { dueAt, provisional } = appointmentOf(dossier, policy, submittedAt, calendar);
  const province = provinceOf(dossier.agencies.civilRegistry);
  const limitWorkingDays = limitsFor(policy, dossier).total.workingDays;
  const draft = new CaseDraft(
    {
      dossierNumber,
      dossier,
      ...(province === undefined ? undefined : { province }),
      policy,
      machineVersion,
      snapshot: step.to.snapshot,
      submittedAt,
      acceptedAt: now,
      limitWorkingDays,
      appointment: { original: dueAt, dueAt, ...(provisional ? { provisional: true as const } : undefined) },
      pausedMs: 0,
      agencies,
      history: [],
      ...(simulatedApplicant || dossier.simulation?.applicant
        ? { simulatedApplicant: true as const }
        : undefined),
      ...(submittedBy === undefined ? undefined : { submittedBy }),
    },
    now,
  );
  const { procedureGroup, procedures, agencies: offices, channel } = dossier;
  draft.recordAt(submittedAt, 'dossier.submitted', undefined, {
    procedureGroup,
    procedures,
    agencies: offices,
    ...(province === undefined ? undefined : { province }),
    channel,
    policy,
    submittedAt,
  });
  draft.record('dossier.accepted', undefined, { appointment: dueAt, limitWorkingDays });
  performer.take(draft, step, { countedFrom: submittedAt });
  return draft.decision();
}

/** The agencies the chosen procedures need, in the order of the procedures. */
function progressOfAgencies(dossier: Dossier): readonly AgencyProgress[] {
  const chosen = new Map<LinkedAgencyId, AgencyProgress>();
  for (const procedure of dossier.procedures) {
    const agency = PROCEDURE_AGENCY[procedure];
    const known = chosen.get(agency);
    const office = officeOf(dossier, agency);
    if (office === undefined) throw new RangeError(`no office of ${agency} is chosen`);
    chosen.set(agency, {
      agency,
      office,
      procedures: [...(known?.procedures ?? []), procedure],
      attempt: 1,
      awaited: 'nothing',
    });
  }
  return [...chosen.values()];
}
