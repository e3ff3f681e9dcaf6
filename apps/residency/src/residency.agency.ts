import {
  type AgencyRecord,
  type AgencySpec,
  type CorrectableFields,
  withCorrectedFields,
  CHILD_NOT_REGISTERED,
} from '@lienthong/agency';
import { isoDay } from '@lienthong/calendar';
import {
  type Address,
  type AgencyReportType,
  type BirthDossier,
  type DeathDossier,
  type ProcedureGroup,
  type Reason,
  type ReportOutcome,
} from '@lienthong/contracts';

/** What the residence register needs of the dossier. */
export interface ResidenceFacts {
  readonly fullName: string;
  readonly address: Address;
  /** Registrations only: the household (hộ) the child joins. */
  readonly headPersonalId?: string;
  readonly relationshipToHead?: string;
}

/** A registration (đăng ký thường trú), or for a death a deletion (xóa đăng ký thường trú). */
export interface ResidenceRecord extends AgencyRecord, ResidenceFacts {
  /** Số thông báo kết quả. */
  readonly residenceNumber: string;
  readonly personalId: string;
  readonly effectiveOn: string;
}

export const DEATH_NOT_REGISTERED: Reason = {
  code: 'death-not-registered',
  vi: 'Chưa có trích lục khai tử',
  en: 'The death is not registered yet',
};

const SUPPLEMENT: Reason = {
  code: 'residence-proof-missing',
  vi: 'Đề nghị bổ sung giấy tờ về chỗ ở hợp pháp hoặc ý kiến của chủ hộ',
  en: 'Proof of lawful dwelling, or the consent of the household head, is missing',
};

const REFUSAL: Reason = {
  code: 'residence-conditions-not-met',
  vi: 'Không đủ điều kiện đăng ký cư trú',
  en: 'The conditions for residence registration are not met',
};

const COMMON = {
  refused: 'vn.lienthong.residence.refused.v1',
  'supplement-requested': 'vn.lienthong.supplement.requested.v1',
  'verification-opened': 'vn.lienthong.residence-verification.opened.v1',
  stopped: 'vn.lienthong.work.stopped.v1',
  corrected: 'vn.lienthong.residence.corrected.v1',
  revoked: 'vn.lienthong.residence.revoked.v1',
} as const satisfies Partial<Record<ReportOutcome, AgencyReportType>>;

/** A child's address is its household's, not one that the certificate says. */
const CORRECTABLE: Readonly<Record<ProcedureGroup, CorrectableFields>> = {
  birth: { 'child.fullName': 'fullName' },
  death: {
    'deceased.fullName': 'fullName',
    'deceased.personalId': 'personalId',
    'deceased.lastResidence': 'address',
  },
};

/**
 * The residence authority (Công an cấp xã): registers the newborn's permanent residence, where need be after a
 * verification on site, and deletes that of the deceased. It acts on the registry's electronic certificate only.
 */
export const residency: AgencySpec<ResidenceFacts, ResidenceRecord> = {
  agency: 'residency',
  numberPrefix: 'CT',
  reports: {
    birth: { ...COMMON, approved: 'vn.lienthong.residence.registered.v1' },
    death: { ...COMMON, approved: 'vn.lienthong.residence.deleted.v1' },
  },
  reasons: { supplement: SUPPLEMENT, refusal: REFUSAL },

  facts: (dossier) => (dossier.procedureGroup === 'birth' ? childFacts(dossier) : deceasedFacts(dossier)),

  objection({ group, open }) {
    if (open.certificate && open.personalId !== undefined) return undefined;
    return group === 'birth' ? CHILD_NOT_REGISTERED : DEATH_NOT_REGISTERED;
  },

  issue({ localNumber, open }, context) {
    const record: ResidenceRecord = {
      ...open.facts,
      active: true,
      residenceNumber: localNumber,
      personalId: open.personalId ?? '',
      effectiveOn: isoDay(context.now),
    };
    return { record, result: resultOf(record) };
  },

  correct: ({ record, group }, { data, personalId = record.personalId }) => {
    const corrected = withCorrectedFields(record, data, CORRECTABLE[group]);
    return { record: personalId === corrected.personalId ? corrected : { ...corrected, personalId } };
  },

  result: resultOf,
};

function resultOf({ residenceNumber }: ResidenceRecord): { residenceNumber: string } {
  return { residenceNumber };
}

function childFacts({ child, residence }: BirthDossier): ResidenceFacts {
  if (!residence) return { fullName: child.fullName, address: child.homeTown };
  return {
    fullName: child.fullName,
    address: residence.address,
    headPersonalId: residence.householdHeadPersonalId,
    relationshipToHead: residence.relationshipToHead,
  };
}

function deceasedFacts({ deceased }: DeathDossier): ResidenceFacts {
  return { fullName: deceased.fullName, address: deceased.lastResidence };
}
