import {
  type AgencyReportType,
  type LinkedAgencyId,
  type ProcedureGroup,
  type ReportOutcome,
} from '@lienthong/contracts';

const REPORTS: Record<LinkedAgencyId, Record<ProcedureGroup, Partial<Record<ReportOutcome, string>>>> = {
  'civil-registry': {
    birth: { approved: 'birth.registered', revoked: 'birth-registration.cancelled' },
    death: { approved: 'death.registered', revoked: 'death-registration.cancelled' },
  },
  residency: {
    birth: {
      approved: 'residence.registered',
      refused: 'residence.refused',
      corrected: 'residence.corrected',
      revoked: 'residence.revoked',
    },
    death: {
      approved: 'residence.deleted',
      refused: 'residence.refused',
      corrected: 'residence.corrected',
      revoked: 'residence.revoked',
    },
  },
  'health-insurance': {
    birth: {
      approved: 'health-card.issued',
      refused: 'health-card.refused',
      corrected: 'health-card.corrected',
      revoked: 'health-card.revoked',
    },
    death: {},
  },
  'social-benefits': {
    birth: {},
    death: {
      approved: 'benefit.decided',
      refused: 'benefit.refused',
      corrected: 'benefit.corrected',
      revoked: 'benefit.revoked',
    },
  },
};

const COMMON: Partial<Record<ReportOutcome, string>> = {
  refused: 'registration.refused',
  corrected: 'certificate.corrected',
  'supplement-requested': 'supplement.requested',
  'verification-opened': 'residence-verification.opened',
  stopped: 'work.stopped',
};

/** The type of message in which an agency tells an outcome. */
export function reportType(
  group: ProcedureGroup,
  agency: LinkedAgencyId,
  outcome: ReportOutcome,
): AgencyReportType {
  const name = REPORTS[agency][group][outcome] ?? COMMON[outcome];
  return `vn.lienthong.${name}.v1` as AgencyReportType;
}
