import { vietnamCalendar } from '@lienthong/calendar';
import { type CaseInspection, type Dossier } from '@lienthong/contracts';
import { simplePaths } from '../saga/paths';
import { type SagaEventName } from '../saga/saga-events';
import { CasePlayer, HOUR, MONDAY } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { inspectCase } from './inspect-case';
import { replayHistory } from './replay-history';
import { stateIds } from './state-ids';

const HOURS_A_DAY = 8;

const inspect = ({ case: state, now }: CasePlayer): CaseInspection =>
  inspectCase(state, now, 'en', vietnamCalendar);

/** Ids of the commands that the case really sent: message n is the n-th of all that it sent. */
function sentCommands({ sent }: CasePlayer): readonly unknown[] {
  return sent.flatMap(({ topic, type }, i) =>
    topic.endsWith('.commands')
      ? [{ id: `orchestrator/G22.99.08-20241104-0000001/${i + 1}`, type, agency: topic.slice(0, -9) }]
      : [],
  );
}

describe.each<[string, Dossier]>([
  ['birth', birthDossier()],
  ['birth without a card', birthDossier(['birth-registration', 'permanent-residence'])],
  ['death', deathDossier()],
])('every path of a case: %s', (_name, dossier) => {
  const paths = simplePaths(dossier.procedureGroup, dossier.procedures);
  // Every seventh, which takes all kinds of ends: the whole set is played elsewhere.
  const some = paths.filter((_path, i) => i % 7 === 0);

  it('is found again in its history: states, and commands with their numbers', () => {
    expect(some.length).toBeGreaterThan(10);
    for (const { events } of some) {
      const player = new CasePlayer(dossier).play(...events);
      const steps = replayHistory(player.case);
      expect(steps.at(-1)?.value).toEqual(player.case.snapshot.value);
      expect(steps.slice(1).map(({ event }) => event)).toEqual(events);
      const { messages, saga } = inspect(player);
      const out = messages.filter(({ direction }) => direction === 'out');
      expect(out.map(({ id, type, agency }) => ({ id, type, agency }))).toEqual(sentCommands(player));
      expect(saga.path.map(({ state }) => state)).toEqual(expect.arrayContaining([...saga.active]));
    }
  });
});

describe('the inspection of a case', () => {
  const play = (...events: SagaEventName[]): CasePlayer => new CasePlayer(birthDossier()).play(...events);

  it('tells the way through the statechart, with those states that were left at once', () => {
    const player = play('civil-registry.approved');
    const { saga } = inspect(player);
    expect(saga).toMatchObject({ machine: 'birth@1', version: 1 });
    expect(saga.active).toEqual(stateIds(player.case.snapshot.value));
    expect(saga.path.map(({ state, by }) => `${state} ${by}`)).toEqual([
      'registration dossier.submitted',
      'registration.choosing dossier.submitted',
      'registration.requested dossier.submitted',
      'registration.completed civil-registry.approved',
      'branches civil-registry.approved',
      'branches.residency civil-registry.approved',
      'branches.residency.choosing civil-registry.approved',
      'branches.health-insurance civil-registry.approved',
      'branches.health-insurance.choosing civil-registry.approved',
      'branches.residency.requested civil-registry.approved',
      'branches.health-insurance.requested civil-registry.approved',
    ]);
    expect(saga.path.at(-1)?.at).toBe(player.now);
  });

  it('notes on the way what moves nothing', () => {
    const player = play('civil-registry.approved');
    player.give('vn.lienthong.personal-id.allocated.v1', { personalId: '001224000001', at: player.now });
    player.event('correct');
    const types = inspect(player).messages.map(({ type, direction }) => `${direction} ${type}`);
    expect(types.slice(-2)).toEqual([
      'in vn.lienthong.personal-id.allocated.v1',
      'in vn.lienthong.request.rejected.v1',
    ]);
    expect(replayHistory(player.case).at(-1)?.value).toEqual(player.case.snapshot.value);
  });

  it('tells whose move it is, and the timers that guard it', () => {
    const working = inspect(play('civil-registry.approved', 'health-insurance.approved'));
    expect(working.owner).toEqual({ kind: 'agency', agency: 'residency' });
    expect(working.timers).toEqual([
      {
        name: 'deadline:residency',
        agency: 'residency',
        dueAt: expect.any(Number) as number,
        kind: 'deadline',
      },
    ]);
    expect(working.stoppable).toBe(true);
    const waiting = inspect(play('civil-registry.supplement-requested'));
    expect(waiting.owner).toEqual({ kind: 'applicant', agency: 'civil-registry' });
    expect(waiting.timers[0]).toMatchObject({ kind: 'supplement-window' });
    expect(waiting.paused).toBe(true);
    const ended = inspect(play('civil-registry.refused'));
    expect(ended.owner).toBeUndefined();
    expect(ended.timers).toEqual([]);
    expect(ended.stoppable).toBe(false);
  });

  it('has a clock for the case and for each agency, from not started to ended', () => {
    const player = play('civil-registry.approved', 'health-insurance.approved');
    const [total, registry, residency, insurance] = inspect(player).clocks;
    expect(total).toMatchObject({ state: 'running', limitWorkingDays: player.case.limitWorkingDays });
    expect(total).not.toHaveProperty('agency');
    expect(registry).toMatchObject({ agency: 'civil-registry', state: 'ended', onTime: true });
    expect(residency).toMatchObject({ agency: 'residency', state: 'running' });
    expect(residency).not.toHaveProperty('onTime');
    expect(insurance).toMatchObject({ agency: 'health-insurance', state: 'ended' });
    const [, , before] = inspect(new CasePlayer(birthDossier())).clocks;
    expect(before).toEqual({
      agency: 'residency',
      procedures: ['permanent-residence'],
      workingMsUsed: 0,
      state: 'not-started',
    });
  });

  it('counts what is left down to below nothing, and lets it stand while the applicant is asked', () => {
    const player = new CasePlayer(birthDossier()).until(MONDAY);
    const clock = (): CaseInspection['clocks'][number] => inspect(player).clocks[1]!;
    const left = clock().workingMsLeft!;
    expect(left).toBeGreaterThan(0);
    player.wait(HOUR);
    expect(clock()).toMatchObject({ workingMsUsed: HOUR, workingMsLeft: left - HOUR });
    player.event('civil-registry.supplement-requested');
    player.wait(2 * 24 * HOUR);
    expect(clock()).toMatchObject({ state: 'paused', workingMsUsed: HOUR, workingMsLeft: left - HOUR });
    expect(inspect(player).clocks[0]).toMatchObject({ state: 'paused', workingMsUsed: HOUR });
    player.event('civil-registry.supplement-provided');
    player.until(clock().dueAt!);
    expect(clock().workingMsLeft).toBe(0);
    player.wait(24 * HOUR);
    expect(clock()).toMatchObject({ state: 'running', workingMsLeft: -HOURS_A_DAY * HOUR });
  });
});
