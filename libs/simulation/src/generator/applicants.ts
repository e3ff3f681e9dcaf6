import { type Applicant } from '@lienthong/contracts';
import { type Adult } from './people';
import { type Random } from './random';

const MOBILE_PREFIXES = ['086', '096', '097', '098', '032', '090', '093', '070', '091', '094', '088', '056'];

/** The person as người yêu cầu, with a mobile number and sometimes an e-mail address. */
export function applicantOf(adult: Adult, relationship: string, random: Random): Applicant {
  const subscriber = String(random.between(0, 9_999_999)).padStart(7, '0');
  return {
    fullName: adult.fullName,
    personalId: adult.personalId,
    relationship,
    phone: random.pick(MOBILE_PREFIXES) + subscriber,
    ...(random.chance(0.3) ? { email: `u${subscriber}@example.vn` } : {}),
  };
}
