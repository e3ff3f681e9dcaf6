import { vietnamCalendar } from '@lienthong/calendar';
import { type ProcessingTime, type Segment } from '@lienthong/contracts';
import { type CaseState, caseView, processingTime } from '@lienthong/procedures';
import { CasePlayer, HOUR } from '../../../../libs/procedures/test-support/case-player';
import { birthDossier, deathDossier } from '../../../../libs/procedures/test-support/dossiers';
import { checkAccount } from './account-check';
import { FaultLog } from './fault';

/** With a pause at one agency while the other is at work, and two procedures of one agency. */
function endedCases(): readonly CaseState[] {
  const birth = new CasePlayer(birthDossier()).play('civil-registry.approved');
  birth.wait(HOUR).event('residency.supplement-requested');
  birth.wait(HOUR).event('health-insurance.approved');
  birth.wait(5 * HOUR).event('residency.supplement-provided');
  birth.wait(HOUR).event('residency.approved');
  const withdrawn = new CasePlayer(birthDossier()).play('civil-registry.supplement-requested', 'withdraw');
  const death = new CasePlayer(deathDossier());
  return [
    birth.case,
    withdrawn.play('civil-registry.stopped').case,
    death.play('civil-registry.approved', 'residency.approved', 'social-benefits.approved').case,
  ];
}

function faultsOf(
  state: CaseState,
  change: (time: ProcessingTime) => ProcessingTime = (time) => time,
): number {
  const faults = new FaultLog();
  const asOf = (state.finishedAt ?? 0) + HOUR;
  const time = change(processingTime(state, asOf, vietnamCalendar));
  checkAccount(caseView(state, asOf, 'en'), time, state.history, faults);
  expect(faults.first.every(({ kind }) => kind === 'account')).toBe(true);
  return faults.total;
}

const changed =
  (index: number, change: (segment: Segment) => readonly Segment[]) =>
  (time: ProcessingTime): ProcessingTime => ({
    ...time,
    segments: time.segments.flatMap((segment, i) => (i === index ? change(segment) : segment)),
  });

describe('the account of a case (G6)', () => {
  const cases = endedCases();
  const [paused = cases[0]!] = cases;

  it('is right as the case tells it', () => {
    for (const state of cases) {
      expect(state.finishedAt).toBeDefined();
      expect(faultsOf(state)).toBe(0);
    }
  });

  it('misses any segment that is cut, stretched, doubled or left out', () => {
    const count = processingTime(paused, 0, vietnamCalendar).segments.length;
    expect(count).toBeGreaterThan(4);
    for (let i = 0; i < count; i++) {
      const cut = changed(i, (one) => [{ ...one, to: one.to - 1, calendarMs: one.calendarMs - 1 }]);
      const stretched = changed(i, (one) => [{ ...one, to: one.to + 1, calendarMs: one.calendarMs + 1 }]);
      const miscounted = changed(i, (one) => [{ ...one, calendarMs: one.calendarMs + 1 }]);
      for (const change of [
        cut,
        stretched,
        miscounted,
        changed(i, () => []),
        changed(i, (one) => [one, one]),
      ])
        expect(faultsOf(paused, change)).toBeGreaterThan(0);
    }
  });

  it('misses a seam that the history does not know', () => {
    const index = processingTime(paused, 0, vietnamCalendar).segments.findIndex(
      ({ calendarMs }) => calendarMs > 9,
    );
    const split = changed(index, (one) => [
      { ...one, to: one.from + 7, calendarMs: 7 },
      { ...one, from: one.from + 7, calendarMs: one.calendarMs - 7 },
    ]);
    expect(faultsOf(paused, split)).toBe(1);
  });

  it.each(['calendarMs', 'workingMs', 'netWorkingMs', 'applicantWorkingMs', 'pausedMs'] as const)(
    'misses another sum of %s',
    (name) => {
      for (const state of cases) {
        const change = (time: ProcessingTime): ProcessingTime => ({
          ...time,
          total: { ...time.total, [name]: time.total[name] + 1 },
        });
        expect(faultsOf(state, change)).toBe(1);
      }
    },
  );

  it('misses a history that lost an entry', () => {
    for (const state of cases) {
      for (const lost of ['work.requested', 'supplement.provided', 'birth.registered', 'work.stopped']) {
        const history = state.history.filter(({ type }) => type !== lost);
        if (history.length < state.history.length) expect(faultsOf({ ...state, history })).toBeGreaterThan(0);
      }
    }
  });
});
