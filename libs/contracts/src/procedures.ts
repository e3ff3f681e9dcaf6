import { type LinkedAgencyId } from './agencies';

/** The two groups of linked procedures (nhóm thủ tục hành chính liên thông) of NĐ 63/2024. */
export const PROCEDURE_GROUPS = ['birth', 'death'] as const;
export type ProcedureGroup = (typeof PROCEDURE_GROUPS)[number];

/** Nhóm thủ tục as it stands on screen. */
export const PROCEDURE_GROUP_NAMES: Readonly<
  Record<ProcedureGroup, { readonly vi: string; readonly en: string }>
> = {
  birth: { vi: 'Khai sinh', en: 'Birth' },
  death: { vi: 'Khai tử', en: 'Death' },
};

export const BIRTH_PROCEDURES = [
  'birth-registration',
  'permanent-residence',
  'health-insurance-card',
] as const;
export const DEATH_PROCEDURES = [
  'death-registration',
  'residence-deletion',
  'funeral-allowance',
  'survivor-benefits',
] as const;

export type BirthProcedure = (typeof BIRTH_PROCEDURES)[number];
export type DeathProcedure = (typeof DEATH_PROCEDURES)[number];
export type Procedure = BirthProcedure | DeathProcedure;

/** The procedures of each group; the registration, which is always chosen, first. */
export const PROCEDURES_OF: Readonly<Record<ProcedureGroup, readonly Procedure[]>> = {
  birth: BIRTH_PROCEDURES,
  death: DEATH_PROCEDURES,
};

export const ALL_PROCEDURES: readonly Procedure[] = PROCEDURE_GROUPS.flatMap((group) => PROCEDURES_OF[group]);

/** Which agency works a procedure. Both death benefits are one piece of work of one agency. */
export const PROCEDURE_AGENCY: Readonly<Record<Procedure, LinkedAgencyId>> = {
  'birth-registration': 'civil-registry',
  'permanent-residence': 'residency',
  'health-insurance-card': 'health-insurance',
  'death-registration': 'civil-registry',
  'residence-deletion': 'residency',
  'funeral-allowance': 'social-benefits',
  'survivor-benefits': 'social-benefits',
};

export const PROCEDURE_NAMES: Readonly<Record<Procedure, { readonly vi: string; readonly en: string }>> = {
  'birth-registration': { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  'permanent-residence': { vi: 'Đăng ký thường trú', en: 'Permanent residence registration' },
  'health-insurance-card': {
    vi: 'Cấp thẻ BHYT cho trẻ em dưới 6 tuổi',
    en: 'Health-insurance card for a child under 6',
  },
  'death-registration': { vi: 'Đăng ký khai tử', en: 'Death registration' },
  'residence-deletion': { vi: 'Xóa đăng ký thường trú', en: 'Deletion of permanent residence' },
  'funeral-allowance': { vi: 'Trợ cấp mai táng', en: 'Funeral allowance' },
  'survivor-benefits': { vi: 'Trợ cấp tuất', en: 'Survivor benefits' },
};

/** Policy profiles: which limits a case is measured against. */
export const POLICY_IDS = ['nd63', 'pilot-2023', 'moj-report', 'legacy-paper'] as const;
export type PolicyId = (typeof POLICY_IDS)[number];

/** Which law pays a death benefit: bảo hiểm xã hội, bảo trợ xã hội, người có công. */
export const BENEFIT_REGIMES = ['social-insurance', 'social-protection', 'merit'] as const;
export type BenefitRegime = (typeof BENEFIT_REGIMES)[number];
