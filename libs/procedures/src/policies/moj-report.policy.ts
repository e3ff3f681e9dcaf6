import { COMMON_RULES, type Policy } from './policy';

/** The totals the Ministry of Justice reports: 21 → 4 and 25 → 10 working days. Chosen by name only. */
export const mojReport: Policy = {
  ...COMMON_RULES,
  id: 'moj-report',
  name: { vi: 'Báo cáo Bộ Tư pháp', en: 'Ministry of Justice report' },
  source: 'Totals reported by the Ministry of Justice; the steps are inferred from them.',
  birth: { registration: 0, residence: 3, residenceVerified: 5, card: 3, total: 4, totalVerified: 6 },
  death: {
    registration: 0,
    deletion: 2,
    benefits: { 'social-protection': 9, 'social-insurance': 9, merit: 9 },
    total: { 'without-benefits': 10, 'social-protection': 10, 'social-insurance': 10, merit: 10 },
  },
};
