import { vietnamCalendar } from '@lienthong/calendar';
import {
  type ApplicantMove,
  type CaseEvent,
  type Decision,
  type Dossier,
  type LinkedAgencyId,
  type PolicyId,
  POLICY_IDS,
} from '@lienthong/contracts';
import { caseView, type CaseState, processingTime } from '@lienthong/procedures';
import fc from 'fast-check';
import { CasePlayer, HOUR } from '../../../../libs/procedures/test-support/case-player';
import { birthDossier, deathDossier } from '../../../../libs/procedures/test-support/dossiers';
import { SmallWorld, type Chance, type Script } from '../../../../libs/procedures/test-support/small-world';
import { toVietnamIso } from '@lienthong/platform';
import { caseRow } from '../cases/case-row';
import { type CaseRecord } from './case-record';
import { caseRecordDecider, type CaseRecordInput } from './case-record.decider';
import { isAgencyLate, isPaused, overdueAfter } from './punctuality';

const CONTEXT = { now: 0, id: 'x', owner: () => undefined, number: () => 0 };
const GROUPS: readonly (readonly [Dossier, readonly LinkedAgencyId[]])[] = [
  [birthDossier(), ['civil-registry', 'residency', 'health-insurance']],
  [deathDossier(), ['civil-registry', 'residency', 'social-benefits']],
];

const decisions = fc.array(
  fc.constantFrom<Decision>('approve', 'approve', 'request-supplement', 'verify', 'refuse'),
  { maxLength: 4 },
);
const moves = fc.array(fc.constantFrom<ApplicantMove>('provide', 'provide', 'ignore', 'withdraw'), {
  maxLength: 3,
});
const part = fc.record({ decisions, moves });

const scripts: fc.Arbitrary<readonly [Dossier, Script]> = fc
  .tuple(fc.constantFrom(...GROUPS), part, part, part)
  .map(([[dossier, agencies], ...parts]) => [
    dossier,
    {
      decisions: Object.fromEntries(parts.map((drawn, i) => [agencies[i]!, drawn.decisions])),
      moves: Object.fromEntries(parts.map((drawn, i) => [agencies[i]!, drawn.moves])),
    },
  ]);

const chances: fc.Arbitrary<Chance> = fc
  .tuple(fc.infiniteStream(fc.nat(1000)), fc.infiniteStream(fc.nat(48)), fc.infiniteStream(fc.boolean()))
  .map(([picks, delays, agains]) => ({
    pick: (n) => nextOf(picks) % n,
    delay: () => nextOf(delays) * HOUR + 1,
    again: () => nextOf(agains),
  }));

function nextOf<Value>(stream: Iterator<Value, unknown>): Value {
  const { value, done } = stream.next();
  if (done) throw new Error('a stream of chance does not end');
  return value;
}

const policies = fc.constantFrom<PolicyId>(...POLICY_IDS);

/** The events that a case published, as the bus gives them. */
function eventsOf({ sent }: CasePlayer): readonly CaseEvent[] {
  return sent.filter(({ topic }) => topic === 'case.events') as unknown as readonly CaseEvent[];
}

function take(state: CaseRecord | undefined, input: CaseRecordInput): CaseRecord | undefined {
  return caseRecordDecider.decide(state, input, CONTEXT)?.state ?? state;
}

function recordOf(events: readonly CaseRecordInput[]): CaseRecord {
  let state: CaseRecord | undefined;
  for (const event of events) state = take(state, event);
  if (!state) throw new Error('no event told anything');
  return state;
}

/** What a case is by its own state, in the words of the record. */
function expected(state: CaseState, now: number): unknown {
  const view = caseView(state, now, 'vi');
  const { total } = processingTime(state, now, vietnamCalendar);
  const promises = view.promises.filter(({ reason }) => reason === 'apology');
  return {
    status: view.status,
    group: view.procedureGroup,
    province: state.province,
    commune: state.dossier.agencies.civilRegistry,
    policy: view.policy,
    submittedAt: view.submittedAt,
    appointment: view.appointment,
    overdue: view.overdue,
    paused: state.pausedSince !== undefined,
    finishedAt: view.finishedAt,
    onTime: total.onTime,
    limitWorkingDays: total.limitWorkingDays,
    netWorkingMs: total.netWorkingMs,
    applicantWorkingMs: total.applicantWorkingMs,
    agencies: state.agencies.map(({ agency }) => {
      const { status, office, startedAt, dueAt, finishedAt, onTime } = view.procedures.find(
        (one) => one.agency === agency,
      )!;
      const promise = promises.findLast((one) => one.agency === agency);
      return {
        agency,
        status,
        office,
        startedAt,
        dueAt,
        finishedAt,
        onTime,
        promised: promise && toVietnamIso(promise.dueAt),
        promiseBroken: promise?.broken || undefined,
      };
    }),
  };
}

function recorded({ summary }: CaseRecord, now: number): unknown {
  if (!summary) throw new Error('there is no summary');
  const { status, group, province, commune, policy, submittedAt, finishedAt, onTime, agencies } = summary;
  const row = caseRow('x', summary, now, false);
  return {
    status,
    group,
    province,
    commune,
    policy,
    submittedAt,
    appointment: Math.max(summary.dueAt, summary.promised ?? 0),
    overdue: now > (overdueAfter(summary) ?? Infinity),
    paused: isPaused(summary),
    finishedAt,
    onTime,
    limitWorkingDays: row.limitWorkingDays,
    netWorkingMs: row.netWorkingMs,
    applicantWorkingMs: row.applicantWorkingMs,
    agencies: agencies.map((one, i) => ({
      agency: one.agency,
      status: one.status,
      office: one.office,
      startedAt: one.startedAt,
      dueAt: one.dueAt,
      finishedAt: one.finishedAt,
      onTime:
        one.finishedAt === undefined || one.dueAt === undefined
          ? undefined
          : !isAgencyLate(one, summary, one.finishedAt),
      promised: row.agencies[i]?.promised,
      promiseBroken: row.agencies[i]?.promiseBroken,
    })),
  };
}

describe("the console's record of a case", () => {
  it('is what the case itself says, after every one of its events, whatever chance does', () => {
    fc.assert(
      fc.property(scripts, chances, policies, ([dossier, script], chance, policy) => {
        const { player } = new SmallWorld(dossier, script, chance, { policy });
        const replayed = replay(player, dossier, policy);
        let state: CaseRecord | undefined;
        let told = 0;
        for (const { at, state: truth, events } of replayed) {
          for (const event of events) state = take(state, event);
          told += events.length;
          for (const now of [at, at + 40 * 24 * HOUR])
            expect(recorded(state!, now)).toEqual(expected(truth, now));
        }
        expect(state?.entries).toBe(told);
      }),
      { numRuns: 300 },
    );
  });

  it('follows a case through correction and cancellation', () => {
    const player = new CasePlayer(birthDossier());
    player.play('civil-registry.approved', 'residency.approved', 'health-insurance.approved');
    player.play('correct', 'civil-registry.corrected', 'residency.corrected', 'health-insurance.corrected');
    player.play('cancel', 'health-insurance.revoked', 'residency.revoked');
    const half = recordOf(eventsOf(player));
    expect(recorded(half, player.now)).toEqual(expected(player.case, player.now));
    player.play('civil-registry.revoked');
    expect(recordOf(eventsOf(player)).summary).toMatchObject({ status: 'cancelled', onTime: true });
    expect(recorded(recordOf(eventsOf(player)), player.now)).toEqual(expected(player.case, player.now));
  });

  it('is stopped and withdrawn as the case is, also while the applicant is waited for', () => {
    for (const end of ['withdraw', 'stop'] as const) {
      const player = new CasePlayer(birthDossier());
      player.play(
        'civil-registry.approved',
        'residency.supplement-requested',
        'health-insurance.supplement-requested',
      );
      player.wait(30 * HOUR).play(end);
      expect(recorded(recordOf(eventsOf(player)), player.now)).toEqual(expected(player.case, player.now));
      player.play('residency.stopped', 'health-insurance.stopped');
      expect(recorded(recordOf(eventsOf(player)), player.now)).toEqual(expected(player.case, player.now));
    }
  });

  it('takes every event once, however often it comes', () => {
    const player = new CasePlayer(birthDossier()).play(
      'civil-registry.approved',
      'residency.supplement-requested',
    );
    const events = eventsOf(player);
    const twice = events.flatMap((event, i) => [event, ...events.slice(0, i)]);
    expect(recordOf(twice)).toEqual(recordOf(events));
  });

  it('knows that it missed events, and is whole again with the history', () => {
    const player = new CasePlayer(birthDossier()).play('civil-registry.approved', 'residency.approved');
    const events = eventsOf(player);
    const late = recordOf(events.slice(4));
    expect(late).toEqual({ entries: 0, gap: events.length });
    const { status } = recordOf(events).summary!;
    const history = { status, entries: player.history };
    const behind = { status, entries: player.history.slice(0, 3) };
    expect(take(late, { type: 'history.read', history: behind })).toBe(late);
    expect(take(late, { type: 'history.read', history })).toEqual(recordOf(events));
    const gap = recordOf([...events.slice(0, 3), ...events.slice(4)]);
    expect(gap).toMatchObject({ entries: 3, gap: events.length });
    expect(take(gap, { type: 'history.read', history })).toEqual(recordOf(events));
  });

  it('does not go back to a history that was read before newer events came', () => {
    const player = new CasePlayer(birthDossier());
    const old = { status: 'in-progress' as const, entries: player.history };
    player.play('civil-registry.approved');
    const state = recordOf(eventsOf(player));
    expect(take(state, { type: 'history.read', history: old })).toBe(state);
  });
});

/** The same inputs again, one at a time: the case's state and the events after each. */
function replay(
  { inputs }: CasePlayer,
  dossier: Dossier,
  policy: PolicyId,
): readonly { readonly at: number; readonly state: CaseState; readonly events: readonly CaseEvent[] }[] {
  const again = new CasePlayer(dossier, { policy });
  const steps = [{ at: again.now, state: again.case, events: eventsOf(again) }];
  for (const { now, input } of inputs.slice(1)) {
    const before = again.sent.length;
    again.until(now);
    if ((input as { readonly type: string }).type === 'timer.fired')
      again.fire((input as { readonly name: string }).name);
    else again.give((input as CaseEvent).type, (input as CaseEvent).data);
    const events = again.sent.slice(before).filter(({ topic }) => topic === 'case.events');
    steps.push({ at: now, state: again.case, events: events as unknown as readonly CaseEvent[] });
  }
  return steps;
}
