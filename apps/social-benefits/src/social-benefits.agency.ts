import {
  type AgencyRecord,
  type AgencySpec,
  officeSeries,
  type OpenItem,
  withCorrectedFields,
} from '@lienthong/agency';
import { isoDay, type WorkingCalendar } from '@lienthong/calendar';
import {
  type AgencyReportType,
  type AgencyResult,
  type BenefitRegime,
  type DeathDossier,
  type Dossier,
  type Procedure,
  type Reason,
  type ReportOutcome,
} from '@lienthong/contracts';
import { type NumberRequest } from '@lienthong/engine';
import { benefitAmount, type BenefitLevels } from './benefit-levels';
import { type InnerStep, innerSteps } from './inner-steps';

type Benefits = NonNullable<DeathDossier['benefits']>;

/** What the decision needs of the dossier. */
export interface BenefitFacts {
  readonly regime: BenefitRegime;
  readonly deceasedName: string;
  readonly occurredAt: string;
  readonly payee: Benefits['payee'];
  readonly payment: Benefits['payment'];
}

/** Decisions on a funeral allowance and a survivor benefit (quyết định trợ cấp mai táng, trợ cấp tuất). */
export interface BenefitRecord extends AgencyRecord, BenefitFacts {
  readonly personalId: string;
  readonly decisions: NonNullable<AgencyResult['decisions']>;
  readonly steps: readonly InnerStep[];
}

export const DEATH_NOT_REGISTERED: Reason = {
  code: 'death-not-registered',
  vi: 'Chưa có trích lục khai tử',
  en: 'The death is not registered yet',
};

const SUPPLEMENT: Reason = {
  code: 'benefit-proof-missing',
  vi: 'Đề nghị bổ sung giấy tờ chứng minh đối tượng hưởng hoặc người lo mai táng',
  en: 'Proof of entitlement, or of who organised the funeral, is missing',
};

const REFUSAL: Reason = {
  code: 'not-entitled',
  vi: 'Không thuộc đối tượng hưởng trợ cấp',
  en: 'Not entitled to the benefit',
};

const REPORTS: Readonly<Record<ReportOutcome, AgencyReportType>> = {
  approved: 'vn.lienthong.benefit.decided.v1',
  refused: 'vn.lienthong.benefit.refused.v1',
  'supplement-requested': 'vn.lienthong.supplement.requested.v1',
  'verification-opened': 'vn.lienthong.residence-verification.opened.v1',
  stopped: 'vn.lienthong.work.stopped.v1',
  corrected: 'vn.lienthong.benefit.corrected.v1',
  revoked: 'vn.lienthong.benefit.revoked.v1',
};

/** Kinds of decision, as they end its number. */
const DECISION_KINDS: Readonly<Partial<Record<Procedure, string>>> = {
  'funeral-allowance': 'QĐ-MTP',
  'survivor-benefits': 'QĐ-TUAT',
};

/**
 * Whoever pays death benefits: social insurance (BHXH), social protection (bảo trợ xã hội) or the office for
 * people with merit (người có công). One decision a chosen procedure; its office is the province.
 */
export function socialBenefits(
  calendar: WorkingCalendar,
  levels: readonly BenefitLevels[],
): AgencySpec<BenefitFacts, BenefitRecord> {
  return {
    agency: 'social-benefits',
    numberPrefix: 'TC',
    reports: { birth: REPORTS, death: REPORTS },
    reasons: { supplement: SUPPLEMENT, refusal: REFUSAL },
    facts: benefitFacts,

    needs: (item, now) => ({
      numbers: item.open.procedures.map((procedure) => decisionSeries(item, procedure, now)),
    }),

    objection: ({ open }) =>
      open.certificate && open.personalId !== undefined ? undefined : DEATH_NOT_REGISTERED,

    issue(item, context) {
      const { facts, personalId = '', procedures } = item.open;
      const decisions = procedures.map((procedure) => {
        const { name, period } = decisionSeries(item, procedure, context.now);
        return {
          procedure,
          decisionNumber: `${context.number(name)}/${period}/${DECISION_KINDS[procedure] ?? 'QĐ'}`,
          amountVnd: benefitAmount(procedure, facts.regime, facts.occurredAt, levels),
        };
      });
      const steps = innerSteps(facts.regime, item.startedAt, context.now, calendar);
      const record: BenefitRecord = { ...facts, active: true, personalId, decisions, steps };
      return { record, result: resultOf(record) };
    },

    /** The day of death chooses the levels: a corrected one moves the amounts with it, under the same decisions. */
    correct({ record }, { data }) {
      const corrected = withCorrectedFields(record, data, {
        'deceased.fullName': 'deceasedName',
        'deceased.personalId': 'personalId',
        'death.occurredAt': 'occurredAt',
      });
      const { regime, occurredAt } = corrected;
      if (occurredAt === record.occurredAt) return { record: corrected };
      const decisions = corrected.decisions.map((decision) => ({
        ...decision,
        amountVnd: benefitAmount(decision.procedure, regime, occurredAt, levels),
      }));
      return { record: { ...corrected, decisions } };
    },

    result: resultOf,
  };
}

function resultOf({ decisions }: BenefitRecord): AgencyResult {
  return { decisions };
}

/** Decisions of a kind are numbered by office and year. */
function decisionSeries(
  { office }: OpenItem<BenefitFacts, BenefitRecord>,
  procedure: Procedure,
  now: number,
): NumberRequest {
  return { name: officeSeries({ numberPrefix: procedure }, office), period: isoDay(now).slice(0, 4) };
}

function benefitFacts(dossier: Dossier): BenefitFacts {
  if (dossier.procedureGroup !== 'death' || !dossier.benefits) {
    throw new TypeError('death benefits need a death dossier that asks for them');
  }
  const { deceased, death, benefits } = dossier;
  return {
    regime: benefits.regime,
    deceasedName: deceased.fullName,
    occurredAt: death.occurredAt,
    payee: benefits.payee,
    payment: benefits.payment,
  };
}
