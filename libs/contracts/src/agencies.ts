/** The agencies that act on a dossier (cơ quan thực hiện). */
export const AGENCIES = [
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
  'judicial-records',
] as const;

export type AgencyId = (typeof AGENCIES)[number];

/**
 * The agencies a saga commands. `judicial-records` (lý lịch tư pháp) is not part of NĐ 63/2024:
 * it only listens to what the civil registry publishes.
 */
export const LINKED_AGENCIES = [
  'civil-registry',
  'residency',
  'health-insurance',
  'social-benefits',
] as const;

export type LinkedAgencyId = (typeof LINKED_AGENCIES)[number];

/** Names as they stand on screen, Vietnamese first. */
export const AGENCY_NAMES: Readonly<Record<AgencyId, { readonly vi: string; readonly en: string }>> = {
  'civil-registry': { vi: 'Tư pháp – hộ tịch, UBND cấp xã', en: 'Civil registry' },
  residency: { vi: 'Cơ quan đăng ký cư trú (Công an cấp xã)', en: 'Residence authority' },
  'health-insurance': { vi: 'Bảo hiểm xã hội (thẻ BHYT)', en: 'Health insurance' },
  'social-benefits': { vi: 'Cơ quan chi trả trợ cấp', en: 'Social benefits' },
  'judicial-records': { vi: 'Cơ sở dữ liệu lý lịch tư pháp', en: 'Judicial records' },
};
