import { type AgencyRecord, type AgencySpec, withCorrectedFields } from '@lienthong/agency';
import { type AgencyReportType, type Reason, type ReportOutcome } from '@lienthong/contracts';

export interface StampFacts {
  readonly name: string;
}

export interface StampRecord extends AgencyRecord, StampFacts {
  readonly stamp: number;
}

export const TAKEN: Reason = { code: 'taken', vi: 'Đã có', en: 'Taken' };

const REPORTS: Readonly<Record<ReportOutcome, AgencyReportType>> = {
  approved: 'vn.lienthong.residence.registered.v1',
  refused: 'vn.lienthong.residence.refused.v1',
  'supplement-requested': 'vn.lienthong.supplement.requested.v1',
  'verification-opened': 'vn.lienthong.residence-verification.opened.v1',
  stopped: 'vn.lienthong.work.stopped.v1',
  corrected: 'vn.lienthong.residence.corrected.v1',
  revoked: 'vn.lienthong.residence.revoked.v1',
};

/** The least an agency can be: it stamps a name, and each name once. */
export const stampOffice: AgencySpec<StampFacts, StampRecord> = {
  agency: 'residency',
  numberPrefix: 'ST',
  reports: { birth: REPORTS, death: REPORTS },
  reasons: {
    supplement: { code: 'unclear', vi: 'Chưa rõ', en: 'Unclear' },
    refusal: { code: 'no', vi: 'Không', en: 'No' },
  },
  facts: (dossier) => ({ name: dossier.applicant.fullName }),
  needs: ({ open }) => ({
    claims: [`name:${open.facts.name}`],
    numbers: [{ name: 'stamps', period: '' }],
  }),
  objection: ({ open }, context) =>
    context.owner(`name:${open.facts.name}`) === context.id ? undefined : TAKEN,
  issue({ open }, context) {
    const record = { active: true, name: open.facts.name, stamp: context.number('stamps') };
    return { record, result: { residenceNumber: String(record.stamp) } };
  },
  correct: ({ record }, { data }) => ({
    record: withCorrectedFields(record, data, { 'applicant.fullName': 'name' }),
  }),
  result: ({ stamp }) => ({ residenceNumber: String(stamp) }),
  claims: ({ name }) => [`name:${name}`],
};
