import { vietnamCalendar } from '@lienthong/calendar';
import { type ProcessingTime } from '@lienthong/contracts';
import { at, CasePlayer, HOUR, MINUTE, MONDAY } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { processingTime } from './processing-time';

const timeOf = ({ case: state, now }: CasePlayer): ProcessingTime =>
  processingTime(state, now, vietnamCalendar);

function spans(time: ProcessingTime, procedure: string): readonly unknown[] {
  return time.segments
    .filter((segment) => segment.procedure === procedure)
    .map(({ kind, calendarMs }) => [kind, calendarMs / MINUTE]);
}

describe('processing time', () => {
  it('splits an agency’s part into way, desk and work', () => {
    const player = new CasePlayer(birthDossier()).until(MONDAY + 10 * MINUTE);
    player.report('civil-registry', 'approved', {
      receivedAt: MONDAY + MINUTE,
      startedAt: MONDAY + 3 * MINUTE,
      decidedAt: MONDAY + 8 * MINUTE,
    });
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['transit', 1],
      ['queue', 2],
      ['agency', 5],
      ['transit', 2],
    ]);
  });

  it('gives the applicant the time of a supplement, and only that is paused', () => {
    const player = new CasePlayer(birthDossier()).wait(5 * MINUTE);
    player.report('civil-registry', 'supplement-requested', { decidedAt: player.now });
    player.wait(3 * HOUR).event('civil-registry.supplement-provided');
    player.wait(7 * MINUTE);
    player.report('civil-registry', 'approved', {
      receivedAt: player.now - 6 * MINUTE,
      decidedAt: player.now,
    });
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['transit', 5],
      ['applicant', 180],
      ['transit', 1],
      ['queue', 6],
    ]);
    expect(timeOf(player).total.pausedMs).toBe(3 * HOUR);
  });

  it('goes on as work through a verification', () => {
    const player = new CasePlayer(birthDossier());
    player.event('civil-registry.approved');
    const began = player.now;
    player.wait(60 * MINUTE);
    player.report('residency', 'verification-opened', {
      receivedAt: began,
      startedAt: began + 10 * MINUTE,
      decidedAt: began + 50 * MINUTE,
    });
    player.wait(60 * MINUTE);
    player.report('residency', 'approved', {
      receivedAt: began + 50 * MINUTE,
      startedAt: began + 50 * MINUTE,
      decidedAt: began + 115 * MINUTE,
    });
    expect(spans(timeOf(player), 'permanent-residence')).toEqual([
      ['queue', 10],
      ['agency', 105],
      ['transit', 5],
    ]);
  });

  it('counts the way of an order to stop, once the applicant holds nothing any more', () => {
    const player = new CasePlayer(birthDossier()).wait(MINUTE);
    player.event('civil-registry.supplement-requested');
    player.wait(2 * MINUTE).event('withdraw');
    player.wait(4 * MINUTE).report('civil-registry', 'stopped', { receivedAt: MONDAY, startedAt: MONDAY });
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['transit', 1],
      ['applicant', 2],
      ['transit', 4],
    ]);
  });

  it('keeps reports of a clock that runs ahead or behind within their span', () => {
    const player = new CasePlayer(birthDossier()).wait(10 * MINUTE);
    player.report('civil-registry', 'approved', {
      receivedAt: MONDAY - HOUR,
      startedAt: MONDAY + 4 * MINUTE,
      decidedAt: MONDAY + HOUR,
    });
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['queue', 4],
      ['agency', 6],
    ]);
  });

  it('is shared by two procedures of one agency', () => {
    const player = new CasePlayer(deathDossier()).play('civil-registry.approved', 'residency.approved');
    const time = timeOf(player.play('social-benefits.approved'));
    expect(spans(time, 'funeral-allowance')).toEqual([['transit', 2]]);
    expect(spans(time, 'survivor-benefits')).toEqual(spans(time, 'funeral-allowance'));
  });

  it('of an open case runs until now, in office hours from the filing', () => {
    const player = new CasePlayer(birthDossier()).until(at('2024-11-05T08:30'));
    const { total, segments } = timeOf(player);
    expect(segments).toEqual([
      {
        procedure: 'birth-registration',
        agency: 'civil-registry',
        kind: 'agency',
        from: MONDAY,
        to: player.now,
        calendarMs: player.now - MONDAY,
      },
    ]);
    expect(total).toEqual({
      calendarMs: player.now - MONDAY,
      workingMs: 7.5 * HOUR,
      netWorkingMs: 7.5 * HOUR,
      applicantWorkingMs: 0,
      limitWorkingDays: 3,
      pausedMs: 0,
    });
  });

  it('is late after the appointment, on time at it', () => {
    const finishAt = (instant: number): boolean | undefined => {
      const player = new CasePlayer(birthDossier()).play('civil-registry.approved', 'residency.approved');
      player.until(instant).event('health-insurance.approved');
      return timeOf(player).total.onTime;
    };
    expect(finishAt(at('2024-11-07T17:00'))).toBe(true);
    expect(finishAt(at('2024-11-07T17:00') + 1)).toBe(false);
  });
});
