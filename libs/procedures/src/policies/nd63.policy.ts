import { COMMON_RULES, type Policy } from './policy';

/** NĐ 63/2024 as operated since 1 July 2024; the death group by benefit regime. */
export const nd63: Policy = {
  ...COMMON_RULES,
  id: 'nd63',
  name: { vi: 'NĐ 63/2024', en: 'NĐ 63/2024' },
  effective: { from: '2024-07-01' },
  source: 'Press and portal guides to NĐ 63/2024; deletion, insurance and merit steps are inferred.',
  birth: { registration: 0, residence: 2, residenceVerified: 5, card: 2, total: 3, totalVerified: 5 },
  death: {
    registration: 0,
    deletion: 2,
    benefits: { 'social-protection': 5, 'social-insurance': 8, merit: 17 },
    total: { 'without-benefits': 3, 'social-protection': 6, 'social-insurance': 10, merit: 18 },
  },
};
