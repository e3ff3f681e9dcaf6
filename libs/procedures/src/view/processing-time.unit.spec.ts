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
        kind: 'transit',
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

  it('of open work is in the queue until it is taken up, and stays so afterwards', () => {
    const sunday = at('2024-11-10T10:00');
    const [monday, told] = [at('2024-11-11T07:30'), { agency: 'civil-registry', attempt: 1 }];
    const player = new CasePlayer(birthDossier(), { submittedAt: sunday });
    const receivedAt = sunday + MINUTE;
    player.until(receivedAt).give('vn.lienthong.work.received.v1', { ...told, receivedAt });
    player.until(sunday + 12 * HOUR);
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['transit', 1],
      ['queue', 12 * 60 - 1],
    ]);
    player.until(monday).give('vn.lienthong.work.started.v1', { ...told, receivedAt, startedAt: monday });
    player.until(monday + 5 * MINUTE);
    const queued = (monday - receivedAt) / MINUTE;
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['transit', 1],
      ['queue', queued],
      ['agency', 5],
    ]);
    player.report('civil-registry', 'approved', { receivedAt, startedAt: monday });
    expect(spans(timeOf(player), 'birth-registration')).toEqual([
      ['transit', 1],
      ['queue', queued],
      ['agency', 5],
    ]);
  });

  it('knows ahead when the office opens, and heeds no news of an attempt that is over', () => {
    const player = new CasePlayer(birthDossier(), { submittedAt: at('2024-11-10T10:00') });
    const opening = at('2024-11-11T07:30');
    const news = { agency: 'civil-registry', receivedAt: player.now, startedAt: opening };
    player.give('vn.lienthong.work.received.v1', { ...news, attempt: 1 });
    player.give('vn.lienthong.work.received.v1', { ...news, attempt: 2, startedAt: player.now });
    player.until(opening - MINUTE);
    expect(timeOf(player).segments.map(({ kind }) => kind)).toEqual(['queue']);
    player.until(opening + MINUTE);
    expect(timeOf(player).segments.map(({ kind }) => kind)).toEqual(['queue', 'agency']);
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
