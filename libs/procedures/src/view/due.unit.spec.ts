import { vietnamCalendar } from '@lienthong/calendar';
import fc from 'fast-check';
import { at, CasePlayer, HOUR, MINUTE, MONDAY } from '../../test-support/case-player';
import { birthDossier } from '../../test-support/dossiers';
import { caseView } from './case-view';
import { inspectCase } from './inspect-case';
import { workingMsLeft } from './due';

const DAY = 8 * HOUR;
const DUE = at('2024-11-07T17:00');

function clockOf(player: CasePlayer): { readonly left: number | undefined; readonly overdue: unknown } {
  const [whole] = inspectCase(player.case, player.now, 'en', vietnamCalendar).clocks;
  return { left: whole?.workingMsLeft, overdue: whole?.overdue };
}

describe('what is left of a limit', () => {
  it.each([
    ['on a Monday morning, before the first day of the limit', '2024-11-04T07:30'],
    ['after the cut-off', '2024-11-01T15:30'],
    ['on a Saturday', '2024-11-02T09:00'],
    ['on a Sunday night', '2024-11-03T23:59'],
  ])('is the whole limit, and not more, %s', (_when, filed) => {
    const player = new CasePlayer(birthDossier(), { submittedAt: at(filed) });
    expect(clockOf(player)).toEqual({ left: 3 * DAY, overdue: false });
  });

  it('is never more than the limit, whenever a case is filed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 * 24 * 60 }),
        fc.integer({ min: 0, max: 18 }),
        (minutes, days) => {
          const filedAt = MONDAY + minutes * MINUTE;
          const { dueAt } = vietnamCalendar.limit(filedAt, days);
          const left = workingMsLeft(filedAt, dueAt, days, vietnamCalendar);
          expect(left).toBeLessThanOrEqual(Math.max(1, days) * DAY);
          expect(left).toBeGreaterThan(0);
          if (days > 0) expect(left).toBe(days * DAY);
        },
      ),
    );
  });

  it('is nothing at the due time, and overdue from the instant after, before the office opens again', () => {
    const player = new CasePlayer(birthDossier());
    expect(clockOf(player.until(DUE))).toEqual({ left: 0, overdue: false });
    expect(clockOf(player.until(DUE + 1))).toEqual({ left: 0, overdue: true });
    expect(clockOf(player.until(at('2024-11-08T06:00')))).toEqual({ left: 0, overdue: true });
    expect(caseView(player.case, player.now, 'en').overdue).toBe(true);
    expect(clockOf(player.until(at('2024-11-08T08:30')))).toEqual({ left: -HOUR, overdue: true });
  });
});
