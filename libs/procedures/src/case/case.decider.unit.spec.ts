import { vietnamCalendar } from '@lienthong/calendar';
import { at, CasePlayer, CERTIFICATE, decider, MINUTE, MONDAY, REASON } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { POLICIES } from '../policies';
import { caseView } from '../view/case-view';
import { inspectCase } from '../view/inspect-case';
import { progressOf } from './case-state';
import { caseTimers } from './case-timers';

const births = (): CasePlayer => new CasePlayer(birthDossier());
const registered = (): CasePlayer => births().play('civil-registry.approved');
const issued = (): CasePlayer => registered().play('residency.approved', 'health-insurance.approved');
const statusOf = ({ case: state, now }: CasePlayer): string => caseView(state, now, 'en').status;
const commandData = (player: CasePlayer, agency: string): Record<string, unknown> =>
  player.sent.filter(({ topic }) => topic === `${agency}.commands`).at(-1)?.data as Record<string, unknown>;

describe('a submitted dossier', () => {
  it('is accepted, given its appointment and sent to the registry', () => {
    const player = births();
    expect(player.told).toEqual([
      'dossier.submitted',
      'dossier.accepted',
      'dossier.sent-to-registry civil-registry',
    ]);
    expect(player.commands).toEqual(['civil-registry work.requested']);
    expect(commandData(player, 'civil-registry')).toEqual({
      attempt: 1,
      procedures: ['birth-registration'],
      office: '00004',
      policy: 'nd63',
      dossier: player.dossier,
      dueAt: at('2024-11-04T17:00'),
    });
    expect(player.case.appointment).toEqual({
      original: at('2024-11-07T17:00'),
      dueAt: at('2024-11-07T17:00'),
    });
    expect(player.case.province).toBe('01');
  });

  it('counts the registry’s limit from the filing, not from when the saga got to it', () => {
    const player = new CasePlayer(birthDossier(), { submittedAt: at('2024-11-04T15:00') - 1 });
    expect(commandData(player, 'civil-registry')['dueAt']).toBe(at('2024-11-04T17:00'));
  });

  it('is accepted once', () => {
    const player = births();
    expect(
      player.give('vn.lienthong.dossier.submitted.v1', {
        dossier: player.dossier,
        policy: 'nd63',
        submittedAt: MONDAY,
      }),
    ).toBeUndefined();
  });

  it('parks the case when a chosen agency has no office', () => {
    const dossier = birthDossier();
    expect(
      () => new CasePlayer({ ...dossier, agencies: { civilRegistry: '00004', residency: '00004' } }),
    ).toThrow('no office of health-insurance is chosen');
  });

  it('is the only message a case begins with', () => {
    const context = { now: MONDAY, id: 'x', owner: () => undefined, number: () => 1 };
    const input = { type: 'vn.lienthong.withdrawal.requested.v1', data: { reason: '' } } as never;
    expect(decider.decide(undefined, input, context)).toBeUndefined();
  });
});

describe('the certificate', () => {
  it('lets both branches start at once, with certificate and personal id, their limits counted from it', () => {
    const player = births().until(at('2024-11-04T16:00'));
    player.report('civil-registry', 'approved', { decidedAt: at('2024-11-04T14:30') });
    expect(player.commands.slice(1)).toEqual(['residency work.requested', 'health-insurance work.requested']);
    expect(commandData(player, 'residency')).toMatchObject({
      certificate: CERTIFICATE,
      personalId: '001224000001',
      procedures: ['permanent-residence'],
      dueAt: at('2024-11-06T17:00'),
    });
    expect(commandData(player, 'health-insurance')).toMatchObject({
      office: '01',
      dueAt: at('2024-11-06T17:00'),
    });
  });

  it('sends both death benefits as one piece of work, with the limit of the regime', () => {
    const player = new CasePlayer(deathDossier()).play('civil-registry.approved');
    expect(commandData(player, 'social-benefits')).toMatchObject({
      procedures: ['funeral-allowance', 'survivor-benefits'],
      dueAt: at('2024-11-14T17:00'),
    });
  });

  it('completes the case with the results of both', () => {
    const player = issued();
    expect(statusOf(player)).toBe('completed');
    expect(player.told.slice(-3)).toEqual([
      'residence.registered residency',
      'health-card.issued health-insurance',
      'result.returned',
    ]);
    expect(player.case.total).toMatchObject({
      calendarMs: 3 * MINUTE,
      limitWorkingDays: 3,
      pausedMs: 0,
      onTime: true,
    });
  });

  it('is refused: nothing else ever starts', () => {
    const player = births().play('civil-registry.refused');
    expect(statusOf(player)).toBe('refused');
    expect(player.commands).toEqual(['civil-registry work.requested']);
    const { procedures } = caseView(player.case, player.now, 'en');
    expect(procedures.map(({ status }) => status)).toEqual(['refused', 'not-started', 'not-started']);
    expect(procedures[0]?.reason).toEqual(REASON);
  });

  it('stands when a branch is refused: the other goes on', () => {
    const player = registered().play('residency.refused');
    expect(statusOf(player)).toBe('in-progress');
    expect(statusOf(player.play('health-insurance.approved'))).toBe('partially-completed');
  });
});

describe('a supplement', () => {
  const asked = (): CasePlayer => registered().play('residency.supplement-requested');

  it('stops both clocks, keeps the number, and gives the agency the new content as its next attempt', () => {
    const player = asked();
    expect(statusOf(player)).toBe('awaiting-supplement');
    expect(caseTimers(player.case).map(({ name }) => name)).toEqual([
      'window:residency',
      'deadline:health-insurance',
    ]);
    player.until(at('2024-11-06T10:00'));
    player.supplement('residency', { residence: { consent: 'paper' }, agencies: { residency: '99999' } });
    const progress = progressOf(player.case, 'residency');
    expect(progress).toMatchObject({ attempt: 2, dueAt: at('2024-11-08T17:00'), office: '00004' });
    expect(commandData(player, 'residency')).toMatchObject({ attempt: 2, dueAt: at('2024-11-08T17:00') });
    expect(player.case.dossier).toMatchObject({
      residence: { consent: 'paper', case: 'with-parents' },
      agencies: { residency: '00004' },
    });
    expect(player.history.find(({ type }) => type === 'supplement.provided')?.data).toMatchObject({
      ignored: ['/agencies'],
    });
    expect(player.case.appointment).toEqual({
      original: at('2024-11-07T17:00'),
      dueAt: at('2024-11-11T17:00'),
    });
  });

  it('has a window of seven working days, after which the agency is told to stop', () => {
    const player = asked();
    expect(progressOf(player.case, 'residency')?.windowEndsAt).toBe(at('2024-11-13T17:00'));
    player.event('health-insurance.approved');
    player.event('residency.window-expired');
    expect(player.now).toBe(at('2024-11-13T17:00'));
    expect(commandData(player, 'residency')).toMatchObject({ reason: { code: 'supplement-expired' } });
    player.play('residency.stopped');
    expect(statusOf(player)).toBe('partially-completed');
    const [, residence] = caseView(player.case, player.now, 'en').procedures;
    expect(residence).toMatchObject({ status: 'stopped', onTime: true });
  });

  it('that the registry never gets ends the case as stopped', () => {
    const player = births().play('civil-registry.supplement-requested', 'civil-registry.window-expired');
    expect(statusOf(player.play('civil-registry.stopped'))).toBe('stopped');
    expect(player.told.at(-1)).toBe('dossier.stopped');
  });

  it('makes the case late when it is asked for a second time', () => {
    const supplemented = asked().play('residency.supplement-provided');
    const twice = (player: CasePlayer): CasePlayer =>
      player.play('residency.supplement-requested', 'residency.supplement-provided');
    const finish = (player: CasePlayer): boolean | undefined =>
      player.play('residency.approved', 'health-insurance.approved').case.total?.onTime;
    expect(finish(asked().play('residency.supplement-provided'))).toBe(true);
    expect(finish(twice(supplemented))).toBe(false);
  });

  it('pauses the case once when two agencies wait at the same time', () => {
    const player = asked().wait(10 * MINUTE);
    player.event('health-insurance.supplement-requested');
    player.wait(10 * MINUTE).event('residency.supplement-provided');
    expect(statusOf(player)).toBe('awaiting-supplement');
    player.wait(10 * MINUTE).event('health-insurance.supplement-provided');
    player.play('residency.approved', 'health-insurance.approved');
    expect(player.case.total?.pausedMs).toBe(30 * MINUTE);
  });

  it('restarts the clocks under a policy that says so', () => {
    const replaced = jest.replaceProperty(POLICIES.nd63, 'supplement', {
      ...POLICIES.nd63.supplement,
      clock: 'restart',
    });
    const supplemented = (): CasePlayer =>
      registered()
        .until(at('2024-11-05T10:00'))
        .play('residency.supplement-requested')
        .until(at('2024-11-06T10:00'))
        .play('residency.supplement-provided');
    const dates = ({ case: state }: CasePlayer): unknown => [
      progressOf(state, 'residency')?.dueAt,
      state.appointment.dueAt,
    ];
    expect(dates(supplemented())).toEqual([at('2024-11-08T17:00'), at('2024-11-11T17:00')]);
    replaced.restore();
    expect(dates(supplemented())).toEqual([at('2024-11-07T17:00'), at('2024-11-08T17:00')]);
  });

  it('nobody asked for is written down as rejected, and nothing else', () => {
    const player = registered();
    const before = player.case;
    player.supplement('residency', { child: { fullName: 'x' } });
    expect(player.told.at(-1)).toBe('request.rejected residency');
    expect({ ...player.case, history: [] }).toEqual({ ...before, history: [] });
  });

  it('tells the simulated applicant what to answer', () => {
    const dossier = { ...birthDossier(), simulation: { applicant: ['provide'] as const } };
    const player = new CasePlayer(dossier).play('civil-registry.supplement-requested');
    expect(player.history.at(-1)?.data).toMatchObject({
      attempt: 1,
      simulatedApplicant: true,
      simulation: dossier.simulation,
      until: at('2024-11-13T17:00'),
    });
    const plain = births().play('civil-registry.supplement-requested');
    expect(plain.history.at(-1)?.data).not.toHaveProperty('simulatedApplicant');
  });
});

describe('verification on site', () => {
  it('lengthens the limits of residence and of the case, from where they were counted', () => {
    const player = registered().play('residency.verification-opened');
    expect(progressOf(player.case, 'residency')).toMatchObject({
      limitWorkingDays: 5,
      dueAt: at('2024-11-11T17:00'),
      attempt: 1,
    });
    expect(player.case).toMatchObject({
      limitWorkingDays: 5,
      appointment: { original: at('2024-11-07T17:00'), dueAt: at('2024-11-11T17:00') },
    });
  });

  it('keeps what a supplement before it had moved', () => {
    const player = registered().play('residency.supplement-requested').until(at('2024-11-06T10:00'));
    player.play('residency.supplement-provided', 'residency.verification-opened');
    expect(progressOf(player.case, 'residency')?.dueAt).toBe(at('2024-11-13T17:00'));
    expect(player.case.appointment.dueAt).toBe(at('2024-11-13T17:00'));
  });

  it('leaves out of the appointment a pause that another agency still causes', () => {
    const player = registered().play('health-insurance.supplement-requested').wait(MINUTE);
    player.play('residency.verification-opened');
    expect(player.case.appointment.dueAt).toBe(at('2024-11-11T17:00'));
    player.until(at('2024-11-06T10:00')).play('health-insurance.supplement-provided');
    expect(player.case.appointment.dueAt).toBe(at('2024-11-13T17:00'));
  });
});

describe('a deadline that passes', () => {
  it('brings one apology with a new date, half the limit later, and no second', () => {
    const player = registered();
    player.event('residency.deadline-passed');
    expect(player.history.at(-1)).toMatchObject({
      at: at('2024-11-06T17:00'),
      type: 'apology.issued',
      agency: 'residency',
      data: { dueAt: at('2024-11-06T17:00'), promised: at('2024-11-07T17:00') },
    });
    expect(caseTimers(player.case).map(({ name }) => name)).toEqual(['deadline:health-insurance']);
  });

  it('makes nothing punctual by its new date', () => {
    const player = new CasePlayer(birthDossier(), { policy: 'moj-report' }).play('civil-registry.approved');
    player.event('residency.deadline-passed');
    expect(player.case.appointment).toEqual({
      original: at('2024-11-08T17:00'),
      dueAt: at('2024-11-08T17:00'),
      promised: at('2024-11-11T17:00'),
    });
    player.event('health-insurance.approved');
    player.until(at('2024-11-11T10:00')).event('residency.approved');
    const { appointment, overdue, procedures } = caseView(player.case, player.now, 'en');
    expect([appointment, overdue]).toEqual([at('2024-11-11T17:00'), true]);
    expect(procedures.map(({ onTime }) => onTime)).toEqual([true, false, true]);
    expect(player.case.total?.onTime).toBe(false);
  });

  it('does nothing when the case has moved on meanwhile', () => {
    const player = registered();
    const [timer] = caseTimers(player.case);
    player.play('residency.approved');
    const fired = { type: 'timer.fired' as const, ...timer! };
    const context = { now: timer!.dueAt, id: 'x', owner: () => undefined, number: () => 1 };
    expect(decider.decide(player.case, fired, context)).toBeUndefined();
  });
});

describe('a withdrawal', () => {
  it('stops what is not finished; finished parts stand', () => {
    const player = registered().play('residency.approved', 'withdraw');
    expect(player.commands.at(-1)).toBe('health-insurance stop.ordered');
    expect(commandData(player, 'health-insurance')).toMatchObject({ reason: { code: 'withdrawn' } });
    expect(caseView(player.case, player.now, 'vi').nationalStatus.code).toBe(7);
    player.play('health-insurance.stopped');
    expect(statusOf(player)).toBe('withdrawn');
    expect(caseView(player.case, player.now, 'en').procedures.map(({ status }) => status)).toEqual([
      'completed',
      'completed',
      'stopped',
    ]);
  });

  it('at the registry ends all, even when the certificate was under way', () => {
    const player = births().play('withdraw', 'civil-registry.approved');
    expect(statusOf(player)).toBe('withdrawn');
    expect(player.commands).toEqual(['civil-registry work.requested', 'civil-registry stop.ordered']);
  });

  it('that every agency overtook with its result changes nothing', () => {
    const player = registered().play('withdraw', 'residency.approved', 'health-insurance.approved');
    expect(statusOf(player)).toBe('completed');
  });

  it('leaves a refusal by the registry what it is', () => {
    expect(statusOf(births().play('withdraw', 'civil-registry.refused'))).toBe('refused');
  });

  it('is rejected once every agency has a result, and for a second time', () => {
    expect(issued().play('withdraw').told.at(-1)).toBe('request.rejected');
    expect(births().play('withdraw', 'withdraw').told.at(-1)).toBe('request.rejected');
  });

  it('gives up what the agency asked for meanwhile', () => {
    const player = births().play('withdraw');
    expect(player.report('civil-registry', 'supplement-requested')).toBeUndefined();
  });
});

describe('a stop by an operator', () => {
  it('ends the case as stopped, for the reason given', () => {
    const player = registered().play('stop');
    expect(commandData(player, 'residency')).toEqual({ reason: REASON });
    expect(statusOf(player.play('residency.stopped', 'health-insurance.stopped'))).toBe('stopped');
  });
});

describe('after issue', () => {
  it('a correction goes to the registry first, then to every agency that holds a record', () => {
    const player = registered().play('residency.approved', 'health-insurance.refused', 'correct');
    expect(player.commands.at(-1)).toBe('civil-registry correction.ordered');
    expect(statusOf(player)).toBe('in-progress');
    player.play('civil-registry.corrected');
    expect(player.commands.at(-1)).toBe('residency correction.ordered');
    expect(commandData(player, 'residency')).toMatchObject({ correction: 1, certificate: CERTIFICATE });
    player.play('residency.corrected');
    expect(statusOf(player)).toBe('partially-completed');
    expect(player.told.slice(-3)).toEqual([
      'certificate.corrected civil-registry',
      'residence.corrected residency',
      'result.returned',
    ]);
    expect(player.case.finishedAt).toBe(player.history.find(({ type }) => type === 'result.returned')?.at);
  });

  it('the answer to an earlier correction does not count for a later one', () => {
    const player = issued().play('correct');
    const stale = player.reportOf('civil-registry', 'corrected');
    player.play('civil-registry.corrected', 'residency.corrected', 'health-insurance.corrected', 'correct');
    expect(player.give(...stale)).toBeUndefined();
    expect(player.case.correction?.number).toBe(2);
  });

  it('a cancellation unwinds the agencies in reverse order of issue, one at a time, the registry last', () => {
    const player = registered().play('health-insurance.approved', 'residency.approved', 'cancel');
    expect(player.commands.slice(-1)).toEqual(['residency revocation.ordered']);
    player.play('residency.revoked');
    expect(player.commands.at(-1)).toBe('health-insurance revocation.ordered');
    player.play('health-insurance.revoked');
    expect(player.commands.at(-1)).toBe('civil-registry revocation.ordered');
    player.play('civil-registry.revoked');
    expect(statusOf(player)).toBe('cancelled');
    expect(player.told.slice(-2)).toEqual([
      'birth-registration.cancelled civil-registry',
      'dossier.cancelled',
    ]);
    const { procedures, allowedActions } = caseView(player.case, player.now, 'en');
    expect(procedures.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(allowedActions).toEqual([]);
    expect(player.case.snapshot.context.issued).toEqual([]);
  });

  it('nothing can be corrected or cancelled that was never issued', () => {
    const refused = births().play('civil-registry.refused');
    expect(refused.play('correct', 'cancel').told.slice(-2)).toEqual([
      'request.rejected',
      'request.rejected',
    ]);
  });
});

describe('reports that come twice, late or from nowhere', () => {
  it('change nothing', () => {
    const player = registered().play('residency.supplement-requested');
    const first = player.reportOf('residency', 'supplement-requested');
    player.play('residency.supplement-provided');
    expect(player.give(...first)).toBeUndefined();
    expect(player.report('civil-registry', 'approved')).toBeUndefined();
    expect(player.report('social-benefits', 'approved')).toBeUndefined();
    expect(player.report('health-insurance', 'stopped')).toBeUndefined();
  });

  it('a personal id is told once', () => {
    const player = births();
    const data = { personalId: '001224000001', at: MONDAY };
    player.give('vn.lienthong.personal-id.allocated.v1', data);
    expect(player.told.at(-1)).toBe('personal-id.allocated civil-registry');
    expect(player.give('vn.lienthong.personal-id.allocated.v1', data)).toBeUndefined();
  });

  it('shows what an agency remarks, the last list of it, and goes on as without', () => {
    const player = births();
    const remark = (code: string) => ({ code, vi: code, en: code });
    const tell = (...codes: readonly string[]): unknown =>
      player.give('vn.lienthong.work.remarked.v1', {
        agency: 'civil-registry',
        attempt: 1,
        remarks: codes.map(remark),
        at: MONDAY,
      });
    const before = statusOf(player);
    tell('one', 'two');
    expect(caseView(player.case, MONDAY, 'en').remarks).toEqual([
      { ...remark('one'), agency: 'civil-registry' },
      { ...remark('two'), agency: 'civil-registry' },
    ]);
    tell();
    expect(caseView(player.case, MONDAY, 'en').remarks).toBeUndefined();
    expect(statusOf(player)).toEqual(before);
    expect(player.told.slice(-2)).toEqual(['work.remarked civil-registry', 'work.remarked civil-registry']);
  });
});

describe('two requests that each fit the dossier, but not together', () => {
  const FATHER = '001088012345';

  it('let the first one stand: the agency goes on waiting for the other', () => {
    const asked = births().play('civil-registry.supplement-requested', 'civil-registry.supplement-provided');
    const again = asked.play('civil-registry.supplement-requested');
    again.supplement('civil-registry', { child: { dateOfBirth: '2018-01-01' } });
    expect(again.history.at(-1)).toMatchObject({
      type: 'request.rejected',
      agency: 'civil-registry',
      data: {
        request: 'supplement.provided',
        errors: [{ pointer: '/child/dateOfBirth', code: 'child-not-under-six' }],
      },
    });
    expect(statusOf(again)).toBe('awaiting-supplement');
    expect(again.case.dossier).toEqual(again.dossier);
    again.supplement('civil-registry', { child: { fullName: 'Lê Na' } });
    expect(statusOf(again)).toBe('in-progress');
  });

  it('refuse a correction in the same way, and leave the certificate alone', () => {
    const player = issued();
    player.give('vn.lienthong.correction.requested.v1', {
      data: { 'mother.personalId': FATHER, 'father.personalId': FATHER },
    });
    expect(player.history.at(-1)).toMatchObject({
      type: 'request.rejected',
      data: {
        request: 'correction.requested',
        errors: [
          { pointer: '/father/personalId', code: 'same-person' },
          { pointer: '/mother/personalId', code: 'personal-id-of-other-sex' },
        ],
      },
    });
    expect(statusOf(player)).toBe('completed');
    expect(player.case.correction).toBeUndefined();
  });
});

describe('a correction that the registry', () => {
  const corrected = (data: Record<string, unknown>): CasePlayer => {
    const player = issued();
    player.give('vn.lienthong.correction.requested.v1', { data });
    return player;
  };
  const registryTells = (player: CasePlayer, name: string, more: Record<string, unknown>): unknown => {
    const [, report] = player.reportOf('civil-registry', 'corrected');
    return player.give(`vn.lienthong.${name}.v1`, { ...report, ...more });
  };

  it('made is what the dossier says from then on, and another personal id goes to the other agencies', () => {
    const player = corrected({ 'child.sex': 'female' });
    expect(player.case.dossier).toMatchObject({ child: { sex: 'male' } });
    const result = { certificate: CERTIFICATE, personalId: '001324000001' };
    registryTells(player, 'certificate.corrected', { result });
    expect(player.case.dossier).toMatchObject({ child: { sex: 'female' } });
    expect(player.case.personalId).toBe('001324000001');
    expect(commandData(player, 'residency')).toEqual({
      correction: 1,
      data: { 'child.sex': 'female' },
      certificate: CERTIFICATE,
      personalId: '001324000001',
    });
    expect(caseView(player.case, player.now, 'en').procedures[0]?.result).toEqual(result);
  });

  it('turned down changes nothing: the others are told of nothing to correct, and the case rests again', () => {
    const player = corrected({ 'child.birthNoticeNumber': '00124.GCS.01001.24' });
    const { dossier } = player.case;
    registryTells(player, 'correction.rejected', { reason: REASON });
    expect(player.case.dossier).toBe(dossier);
    expect(commandData(player, 'residency')).toMatchObject({ correction: 1, data: {} });
    for (const agency of ['residency', 'health-insurance'] as const)
      player.give('vn.lienthong.correction.not-applicable.v1', player.reportOf(agency, 'corrected')[1]);
    expect(statusOf(player)).toBe('completed');
    expect(player.told.slice(-4)).toEqual([
      'correction.rejected civil-registry',
      'correction.not-applicable residency',
      'correction.not-applicable health-insurance',
      'result.returned',
    ]);
    const { saga } = inspectCase(player.case, player.now, 'en', vietnamCalendar);
    expect(saga.value).toEqual(player.case.snapshot.value);
    expect(saga.path.at(-1)?.state).toBe('settled.completed');
  });

  it('has made already cannot be changed by a supplement', () => {
    const player = registered().play('residency.supplement-requested');
    player.supplement('residency', { child: { fullName: 'Lê Na' } });
    expect(player.history.at(-1)).toMatchObject({
      type: 'request.rejected',
      data: { errors: [{ pointer: '/child/fullName', code: 'held-by-agency' }] },
    });
    player.supplement('residency', { residence: { consent: 'paper' } });
    expect(player.case.dossier).toMatchObject({ residence: { consent: 'paper' } });
  });
});
