import { at, CasePlayer, HOUR, MINUTE } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { caseView, timelineOf } from './case-view';
import { promisesOf } from './promises';

const brief = (player: CasePlayer): unknown =>
  promisesOf(player.case, player.now).map(({ dueAt, reason, agency, broken }) => [
    reason,
    agency ?? 'case',
    new Date(dueAt + 7 * HOUR).toISOString().slice(5, 16),
    broken,
  ]);

/** Filed on Monday 4/11/2024 at 09:00: the registry is due the same day, the case on Thursday. */
const births = (): CasePlayer => new CasePlayer(birthDossier());

describe('the dates that an applicant was promised', () => {
  it('begin with the receipt', () => {
    expect(brief(births())).toEqual([['receipt', 'case', '11-07T17:00', false]]);
  });

  it('keep the new date of an apology, although the appointment of the case is later', () => {
    const player = births().play('civil-registry.deadline-passed');
    expect(caseView(player.case, player.now, 'en').appointment).toBe(at('2024-11-07T17:00'));
    expect(brief(player)).toEqual([
      ['receipt', 'case', '11-07T17:00', false],
      ['apology', 'civil-registry', '11-05T17:00', false],
    ]);
    expect(timelineOf(player.case, 'en').at(-1)?.summary).toBe(
      'Apology with a new date: 17:00 05/11/2024 (Civil registry)',
    );
  });

  it('are broken from the instant after they passed, and stay so', () => {
    const player = births().play('civil-registry.deadline-passed');
    player.until(at('2024-11-05T17:00'));
    expect(brief(player)).toContainEqual(['apology', 'civil-registry', '11-05T17:00', false]);
    player.until(at('2024-11-05T17:00') + 1);
    expect(brief(player)).toContainEqual(['apology', 'civil-registry', '11-05T17:00', true]);
    player.play('civil-registry.approved', 'residency.approved', 'health-insurance.approved');
    player.wait(100 * HOUR);
    expect(brief(player)).toEqual([
      ['receipt', 'case', '11-07T17:00', false],
      ['apology', 'civil-registry', '11-05T17:00', true],
    ]);
  });

  it('are kept by a result in time, and held up by what the applicant owes', () => {
    const kept = births()
      .play('civil-registry.deadline-passed', 'civil-registry.approved')
      .wait(99 * HOUR);
    expect(brief(kept)).toContainEqual(['apology', 'civil-registry', '11-05T17:00', false]);
    const heldUp = births().play('civil-registry.deadline-passed', 'civil-registry.supplement-requested');
    expect(brief(heldUp.wait(99 * HOUR))).toContainEqual(['apology', 'civil-registry', '11-05T17:00', false]);
  });

  it('keep an appointment that moved, which was not broken, and the one it moved to', () => {
    const player = births().play('civil-registry.approved', 'residency.supplement-requested');
    player.wait(48 * HOUR).play('residency.supplement-provided');
    expect(brief(player)).toEqual([
      ['receipt', 'case', '11-07T17:00', false],
      ['moved', 'case', '11-11T17:00', false],
    ]);
    player.until(at('2024-11-11T17:00') + MINUTE);
    expect(brief(player)).toEqual([
      ['receipt', 'case', '11-07T17:00', false],
      ['moved', 'case', '11-11T17:00', true],
    ]);
  });

  it('of a benefit that missed its limit move the appointment shown, and break it again', () => {
    const player = new CasePlayer(deathDossier()).play(
      'civil-registry.approved',
      'residency.approved',
      'social-benefits.deadline-passed',
    );
    const promised = promisesOf(player.case, player.now).at(-1)!;
    expect(caseView(player.case, player.now, 'en').appointment).toBe(promised.dueAt);
    player.until(promised.dueAt + MINUTE);
    expect(caseView(player.case, player.now, 'en').promises.map(({ broken }) => broken)).toEqual([
      true,
      true,
    ]);
  });
});
