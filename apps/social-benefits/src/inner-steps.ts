import { type WorkingCalendar } from '@lienthong/calendar';
import { type BenefitRegime } from '@lienthong/contracts';

/** A level of government that worked on the claim inside the agency. Times are epoch ms. */
export interface InnerStep {
  readonly level: 'commune' | 'district' | 'province' | 'insurance-office';
  readonly from: number;
  readonly to: number;
}

/** Working days each level has: they say how the agency's time is shared. */
const LEVELS: Readonly<Record<BenefitRegime, readonly (readonly [InnerStep['level'], number])[]>> = {
  'social-insurance': [['insurance-office', 8]],
  'social-protection': [
    ['commune', 2],
    ['district', 3],
  ],
  merit: [
    ['commune', 5],
    ['district', 7],
    ['province', 5],
  ],
};

/** Splits the time from `startedAt` to `decidedAt` over the levels, by office hours: steps touch without gaps. */
export function innerSteps(
  regime: BenefitRegime,
  startedAt: number,
  decidedAt: number,
  calendar: WorkingCalendar,
): readonly InnerStep[] {
  const levels = LEVELS[regime];
  const allDays = levels.reduce((sum, [, days]) => sum + days, 0);
  const workingMs = calendar.workingMs(startedAt, decidedAt);
  let from = startedAt;
  let days = 0;
  return levels.map(([level, ownDays], index) => {
    days += ownDays;
    const last = index === levels.length - 1;
    const end = last ? decidedAt : calendar.addWorkingMs(startedAt, Math.floor((workingMs * days) / allDays));
    const step = { level, from, to: Math.min(end, decidedAt) };
    from = step.to;
    return step;
  });
}
