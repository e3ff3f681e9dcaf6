import { startOfDay } from '@lienthong/calendar';
import { type PolicyId } from '@lienthong/contracts';
import { legacyPaper } from './legacy-paper.policy';
import { mojReport } from './moj-report.policy';
import { nd63 } from './nd63.policy';
import { pilot2023 } from './pilot-2023.policy';
import { type Policy } from './policy';

export const POLICIES: Readonly<Record<PolicyId, Policy>> = {
  nd63,
  'pilot-2023': pilot2023,
  'moj-report': mojReport,
  'legacy-paper': legacyPaper,
};

/** The dated profiles, latest first, each with the instant its first day begins. */
const BY_DATE = Object.values(POLICIES)
  .filter((policy) => policy.effective !== undefined)
  .map((policy) => ({
    id: policy.id,
    since: policy.effective?.from === undefined ? -Infinity : startOfDay(policy.effective.from),
  }))
  .sort((a, b) => (a.since < b.since ? 1 : -1));

/** The profile in force when a dossier is filed at `instant` (epoch ms). */
export function policyFor(instant: number): PolicyId {
  const found = BY_DATE.find(({ since }) => instant >= since);
  if (!found) throw new RangeError(`not an instant: ${instant}`);
  return found.id;
}
