import {
  type AgencyRecord,
  type AgencySpec,
  withCorrectedFields,
  CHILD_NOT_REGISTERED,
} from '@lienthong/agency';
import {
  type AgencyReportType,
  type AgencyResult,
  type Dossier,
  type Reason,
  type ReportOutcome,
} from '@lienthong/contracts';
import { type NumberRequest } from '@lienthong/engine';
import { healthCardNumber, healthCardValidTo, insuranceNumberFor } from '@lienthong/numbers';

/** What the card needs of the dossier. */
export interface CardFacts {
  readonly fullName: string;
  readonly dateOfBirth: string;
  /** Nơi đăng ký khám chữa bệnh ban đầu. */
  readonly initialFacility: string;
}

/** A health-insurance card of a child under 6 (thẻ BHYT). */
export interface CardRecord extends AgencyRecord, CardFacts {
  readonly cardNumber: string;
  readonly insuranceNumber: string;
  readonly personalId: string;
  readonly validFrom: string;
  readonly validTo: string;
}

const SUPPLEMENT: Reason = {
  code: 'insurance-details-unclear',
  vi: 'Đề nghị bổ sung thông tin tham gia BHYT hoặc nơi khám chữa bệnh ban đầu',
  en: 'The insurance details or the initial facility need to be clarified',
};

const REFUSAL: Reason = {
  code: 'card-conditions-not-met',
  vi: 'Không đủ điều kiện cấp thẻ BHYT',
  en: 'The conditions for the card are not met',
};

const REPORTS: Readonly<Record<ReportOutcome, AgencyReportType>> = {
  approved: 'vn.lienthong.health-card.issued.v1',
  refused: 'vn.lienthong.health-card.refused.v1',
  'supplement-requested': 'vn.lienthong.supplement.requested.v1',
  'verification-opened': 'vn.lienthong.residence-verification.opened.v1',
  stopped: 'vn.lienthong.work.stopped.v1',
  corrected: 'vn.lienthong.health-card.corrected.v1',
  revoked: 'vn.lienthong.health-card.revoked.v1',
};

/** Social insurance (BHXH) as the issuer of cards. Its office is the province. */
export const healthInsurance: AgencySpec<CardFacts, CardRecord> = {
  agency: 'health-insurance',
  numberPrefix: 'BH',
  reports: { birth: REPORTS, death: REPORTS },
  reasons: { supplement: SUPPLEMENT, refusal: REFUSAL },
  facts: cardFacts,

  needs: ({ office }) => ({ numbers: [insuranceSeries(office)] }),

  objection: ({ open }) =>
    open.certificate && open.personalId !== undefined ? undefined : CHILD_NOT_REGISTERED,

  issue({ office, open }, context) {
    const insuranceNumber = insuranceNumberFor(office, context.number(insuranceSeries(office).name));
    const record: CardRecord = {
      ...open.facts,
      active: true,
      cardNumber: healthCardNumber(office, insuranceNumber),
      insuranceNumber,
      personalId: open.personalId ?? '',
      validFrom: open.facts.dateOfBirth,
      validTo: healthCardValidTo(open.facts.dateOfBirth),
    };
    return { record, result: resultOf(record) };
  },

  /** A corrected date of birth moves the card's validity with it. */
  correct({ record }, { data, personalId = record.personalId }) {
    const named = withCorrectedFields(record, data, {
      'child.fullName': 'fullName',
      'child.dateOfBirth': 'dateOfBirth',
    });
    const corrected = personalId === named.personalId ? named : { ...named, personalId };
    const { dateOfBirth } = corrected;
    if (dateOfBirth === record.dateOfBirth) return { record: corrected };
    return { record: { ...corrected, validFrom: dateOfBirth, validTo: healthCardValidTo(dateOfBirth) } };
  },

  result: resultOf,
};

function resultOf({ cardNumber, insuranceNumber, validFrom, validTo }: CardRecord): AgencyResult {
  return { cardNumber, insuranceNumber, validFrom, validTo };
}

/** Insurance numbers of a province never start again. */
function insuranceSeries(provinceCode: string): NumberRequest {
  return { name: `insurance-number.${provinceCode}`, period: '' };
}

function cardFacts(dossier: Dossier): CardFacts {
  if (dossier.procedureGroup !== 'birth') throw new TypeError('health-insurance cards belong to births only');
  const { fullName, dateOfBirth } = dossier.child;
  return { fullName, dateOfBirth, initialFacility: dossier.healthInsurance?.initialFacility ?? '' };
}
