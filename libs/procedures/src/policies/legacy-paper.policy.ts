import { COMMON_RULES, type Policy } from './policy';

const BIRTH_TOTAL = 21;
const DEATH_TOTAL = 25;
/** Only the totals of the paper procedures are known: the registry is given a fifth, what follows it the rest. */
const REGISTRY_SHARE = 1 / 5;

function split(total: number): { readonly registration: number; readonly rest: number } {
  const registration = Math.ceil(total * REGISTRY_SHARE);
  return { registration, rest: total - registration };
}

const birth = split(BIRTH_TOTAL);
const death = split(DEATH_TOTAL);

/** The procedures one after another on paper, before they were linked: to compare with. */
export const legacyPaper: Policy = {
  ...COMMON_RULES,
  id: 'legacy-paper',
  name: { vi: 'Thủ tục giấy trước khi liên thông', en: 'Paper procedures before the link' },
  effective: { to: '2023-07-09' },
  source: 'Totals reported by the Ministry of Justice; the shares of the agencies are assumed.',
  birth: {
    registration: birth.registration,
    residence: birth.rest,
    residenceVerified: birth.rest,
    card: birth.rest,
    total: BIRTH_TOTAL,
    totalVerified: BIRTH_TOTAL,
  },
  death: {
    registration: death.registration,
    deletion: death.rest,
    benefits: { 'social-protection': death.rest, 'social-insurance': death.rest, merit: death.rest },
    total: {
      'without-benefits': DEATH_TOTAL,
      'social-protection': DEATH_TOTAL,
      'social-insurance': DEATH_TOTAL,
      merit: DEATH_TOTAL,
    },
  },
};
