import { type Decision, type Reason } from '@lienthong/contracts';
import { createRates, decideWork, ratesFor } from '@lienthong/simulation';
import {
  AgencyBench,
  MONDAY_AT_NINE,
  message,
  OPTIONS,
  Registers,
  SAMPLE_NUMBER,
  type SentReport,
  sampleBirth,
  stampOffice,
  type StampFacts,
  type StampRecord,
  TAKEN,
} from '../../test-support';
import { createAgencyDecider } from './agency.decider';
import { CommandOutOfPlace, OfficerDecisionRefused } from './agency.errors';
import { type AgencyOptions } from './agency-options';

const SUNDAY_NIGHT = Date.parse('2026-11-15T22:00:00+07:00');
const MONDAY_OPENING = Date.parse('2026-11-16T07:30:00+07:00');
const STOP: Reason = { code: 'withdrawn', vi: 'Rút hồ sơ', en: 'Withdrawn' };
const NAME = sampleBirth().applicant.fullName;

type Bench = AgencyBench<StampFacts, StampRecord>;

function bench(options: Partial<AgencyOptions> = {}, id?: string, registers?: Registers): Bench {
  return new AgencyBench(stampOffice, options, id, registers);
}

function scripted(...residency: Decision[]): ReturnType<typeof sampleBirth> {
  return sampleBirth({ simulation: { residency } });
}

/** Requests scripted work at `now` and lets it run until nothing is pending. */
function run(one: Bench, script: Decision[], now = MONDAY_AT_NINE): void {
  one.request(scripted(...script), now);
  while (one.fireNext());
}

function resume(one: Bench, attempt: number, now: number, name = NAME): readonly unknown[] {
  const dossier = sampleBirth({ applicant: { ...sampleBirth().applicant, fullName: name }, simulation: {} });
  return one.command('vn.lienthong.work.resumed.v1', { attempt, dossier, dueAt: now }, now);
}

describe('work that comes in', () => {
  it('is numbered by office and day, and taken up at once within office hours', () => {
    const one = bench();
    expect(one.request(scripted('approve'), MONDAY_AT_NINE)).toMatchObject([
      {
        topic: 'residency.events',
        type: 'vn.lienthong.work.received.v1',
        data: { attempt: 1, receivedAt: MONDAY_AT_NINE, startedAt: MONDAY_AT_NINE },
      },
    ]);
    expect(one.state).toMatchObject({
      status: 'working',
      localNumber: 'ST.00004-261116-0001',
      office: '00004',
      receivedAt: MONDAY_AT_NINE,
      startedAt: MONDAY_AT_NINE,
    });
  });

  it('waits for the office to open', () => {
    const one = bench();
    one.request(scripted('approve'), SUNDAY_NIGHT);
    expect(one.state).toMatchObject({
      status: 'queued',
      receivedAt: SUNDAY_NIGHT,
      startedAt: MONDAY_OPENING,
    });
  });

  it('is decided when its working time is over, on a whole minute', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE + 1_234);
    const { workingMs } = decideWork({
      seed: OPTIONS.seed,
      dossierNumber: SAMPLE_NUMBER,
      agency: 'residency',
      step: 0,
      procedureGroup: 'birth',
      simulation: {},
      rates: ratesFor('nd63'),
    });
    const [timer] = one.timers();
    expect(timer!.dueAt % 60_000).toBe(0);
    const spare = OPTIONS.calendar.workingMs(MONDAY_AT_NINE + 1_234, timer!.dueAt) - workingMs;
    expect(spare).toBeGreaterThanOrEqual(0);
    expect(spare).toBeLessThan(60_000);
  });

  it('counts the numbers of each day from 1', () => {
    const registers = new Registers();
    const numbers = [MONDAY_AT_NINE, MONDAY_AT_NINE, MONDAY_AT_NINE + 86_400_000].map((now, n) => {
      const one = bench({}, `G22.99.08-20261116-000000${n}`, registers);
      one.request(scripted('refuse'), now);
      return one.state!.localNumber;
    });
    expect(numbers).toEqual(['ST.00004-261116-0001', 'ST.00004-261116-0002', 'ST.00004-261117-0001']);
  });
});

describe('a decision', () => {
  it('approves: one report, one record, and the papers leave the desk', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE);
    const { dueAt } = one.timers()[0]!;
    const sent = one.fireNext()!;
    expect(sent).toEqual([
      {
        topic: 'residency.events',
        type: 'vn.lienthong.residence.registered.v1',
        subject: SAMPLE_NUMBER,
        data: {
          agency: 'residency',
          attempt: 1,
          outcome: 'approved',
          receivedAt: MONDAY_AT_NINE,
          startedAt: MONDAY_AT_NINE,
          decidedAt: dueAt,
          localNumber: 'ST.00004-261116-0001',
          result: { residenceNumber: '1' },
        },
      },
    ]);
    expect(one.state).toEqual({
      status: 'decided',
      office: '00004',
      group: 'birth',
      localNumber: 'ST.00004-261116-0001',
      attempt: 1,
      step: 1,
      receivedAt: MONDAY_AT_NINE,
      startedAt: MONDAY_AT_NINE,
      decidedAt: dueAt,
      record: { active: true, name: NAME, stamp: 1 },
    });
    expect(one.timers()).toEqual([]);
  });

  it('keeps both times when it fires late', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE);
    const late = one.timers()[0]!.dueAt + 3_600_000;
    one.give({ type: 'timer.fired', name: 'decide', dueAt: late - 3_600_000 }, late);
    expect(one.lastReport.decidedAt).toBe(late);
  });

  it('refuses with the agency’s reason and takes no claim', () => {
    const one = bench();
    run(one, ['refuse']);
    expect(one.lastReport).toMatchObject({ outcome: 'refused', reason: stampOffice.reasons.refusal });
    expect(one.state?.record).toBeUndefined();
    expect(one.registers.claims.size).toBe(0);
  });

  it('gives back what it claimed when the agency objects', () => {
    const strict = { ...stampOffice, objection: () => TAKEN };
    const one = new AgencyBench(strict);
    run(one, ['approve']);
    expect(one.lastReport).toMatchObject({ outcome: 'refused', reason: TAKEN });
    expect(one.registers.claims.size).toBe(0);
  });

  it('leaves a key to the dossier that holds it', () => {
    const registers = new Registers();
    run(bench({}, 'first', registers), ['approve']);
    const second = bench({}, 'second', registers);
    run(second, ['approve']);
    expect(second.lastReport).toMatchObject({ outcome: 'refused', reason: TAKEN });
    expect(registers.claims.get(`name:${NAME}`)).toBe('first');
  });

  it('opens a verification, which is the working time of the next step', () => {
    const one = bench();
    one.request(scripted('verify', 'approve'), MONDAY_AT_NINE);
    one.fireNext();
    const opened = one.lastReport;
    expect(opened.outcome).toBe('verification-opened');
    expect(one.state).toMatchObject({
      status: 'verifying',
      receivedAt: opened.decidedAt,
      startedAt: opened.decidedAt,
    });
    one.fireNext();
    const { receivedAt, startedAt, decidedAt, outcome } = one.lastReport;
    expect({ receivedAt, startedAt, outcome }).toEqual({
      receivedAt: opened.decidedAt,
      startedAt: opened.decidedAt,
      outcome: 'approved',
    });
    expect(OPTIONS.calendar.workingMs(startedAt, decidedAt)).toBeGreaterThanOrEqual(8 * 3_600_000);
  });

  it('draws from the model where there is no script', () => {
    const rates = createRates({ refusal: 1, supplement: 0, verification: 0 });
    const one = bench({ rates });
    one.request(sampleBirth(), MONDAY_AT_NINE);
    one.fireNext();
    expect(one.lastReport.outcome).toBe('refused');
  });
});

describe('a supplement', () => {
  it('stops the work until it comes, and starts it again with the new content', () => {
    const one = bench();
    one.request(scripted('request-supplement'), MONDAY_AT_NINE);
    one.fireNext();
    expect(one.lastReport).toMatchObject({ outcome: 'supplement-requested', attempt: 1 });
    expect(one.timers()).toEqual([]);
    const later = MONDAY_AT_NINE + 2 * 86_400_000;
    expect(resume(one, 2, later, 'Trần Văn Bình')).toMatchObject([
      { type: 'vn.lienthong.work.received.v1', data: { attempt: 2, receivedAt: later } },
    ]);
    expect(one.state).toMatchObject({ attempt: 2, receivedAt: later, step: 1 });
    one.fireNext();
    expect(one.lastReport).toMatchObject({ outcome: 'approved', attempt: 2, receivedAt: later });
    expect(one.state?.record).toMatchObject({ name: 'Trần Văn Bình' });
    expect(one.lastReport.localNumber).toBe('ST.00004-261116-0001');
  });

  it('is of no effect when it was seen before, or nobody asked for it', () => {
    const one = bench();
    one.request(scripted('request-supplement'), MONDAY_AT_NINE);
    expect(resume(one, 2, MONDAY_AT_NINE)).toEqual([]);
    expect(one.state?.attempt).toBe(1);
    one.fireNext();
    resume(one, 2, MONDAY_AT_NINE);
    const before = one.state;
    expect(resume(one, 2, MONDAY_AT_NINE)).toEqual([]);
    expect(one.state).toBe(before);
  });
});

describe('a stop order', () => {
  const stop = (one: Bench, now: number): readonly unknown[] =>
    one.command('vn.lienthong.stop.ordered.v1', { reason: STOP }, now);

  it('ends open work, once', () => {
    const one = bench();
    one.request(scripted('approve'), SUNDAY_NIGHT);
    stop(one, SUNDAY_NIGHT + 1);
    const { outcome, receivedAt, startedAt, decidedAt, reason } = one.lastReport;
    expect({ outcome, reason }).toEqual({ outcome: 'stopped', reason: STOP });
    expect([receivedAt, startedAt, decidedAt]).toEqual([SUNDAY_NIGHT, SUNDAY_NIGHT + 1, SUNDAY_NIGHT + 1]);
    expect(one.timers()).toEqual([]);
    expect(stop(one, SUNDAY_NIGHT + 2)).toEqual([]);
  });

  it('ends the waiting for a supplement at once', () => {
    const one = bench();
    run(one, ['request-supplement']);
    const now = one.lastReport.decidedAt + 86_400_000;
    stop(one, now);
    expect(one.lastReport).toMatchObject({
      outcome: 'stopped',
      receivedAt: now,
      startedAt: now,
      decidedAt: now,
    });
  });

  it.each<Decision>(['approve', 'refuse'])('comes too late after a decision to %s', (decision) => {
    const one = bench();
    run(one, [decision]);
    const before = one.state;
    expect(stop(one, MONDAY_AT_NINE + 86_400_000)).toEqual([]);
    expect(one.state).toBe(before);
  });
});

describe('after issue', () => {
  const NOW = MONDAY_AT_NINE + 10 * 86_400_000;
  const correct = (one: Bench, correction: number, name: unknown): readonly unknown[] =>
    one.command(
      'vn.lienthong.correction.ordered.v1',
      { correction, data: { 'applicant.fullName': name } },
      NOW,
    );
  const revoke = (one: Bench): readonly unknown[] =>
    one.command('vn.lienthong.revocation.ordered.v1', { reason: STOP }, NOW);

  it('brings the record in line with each correction once', () => {
    const one = bench();
    run(one, ['approve']);
    correct(one, 1, 'Nguyễn Văn Anh');
    expect(one.lastReport).toMatchObject({
      outcome: 'corrected',
      correction: 1,
      result: { residenceNumber: '1' },
      receivedAt: NOW,
      decidedAt: NOW,
    });
    expect(one.state?.record?.name).toBe('Nguyễn Văn Anh');
    expect(correct(one, 1, 'X')).toEqual([]);
    expect(one.state?.record?.name).toBe('Nguyễn Văn Anh');
    correct(one, 2, 'Nguyễn Văn Ánh');
    expect(one.state).toMatchObject({ correction: 2, record: { name: 'Nguyễn Văn Ánh' } });
  });

  it('leaves fields alone that are no text or none of its own', () => {
    const one = bench();
    run(one, ['approve']);
    correct(one, 1, 42);
    one.command(
      'vn.lienthong.correction.ordered.v1',
      { correction: 2, data: { 'child.fullName': 'X', toString: 'X', stamp: '9' } },
      NOW,
    );
    expect(one.state?.record).toEqual({ active: true, name: NAME, stamp: 1 });
  });

  it('revokes the record once and gives up its claims', () => {
    const one = bench();
    run(one, ['approve']);
    revoke(one);
    expect(one.lastReport).toMatchObject({ outcome: 'revoked', reason: STOP });
    expect(one.state?.record?.active).toBe(false);
    expect(one.registers.claims.size).toBe(0);
    expect(revoke(one)).toEqual([]);
  });

  it('stands still on an order that cannot be, rather than dropping it', () => {
    const refused = bench();
    run(refused, ['refuse']);
    expect(() => revoke(refused)).toThrow(CommandOutOfPlace);
    expect(() => correct(refused, 1, 'X')).toThrow(CommandOutOfPlace);
    const revoked = bench();
    run(revoked, ['approve']);
    revoke(revoked);
    expect(() => correct(revoked, 1, 'X')).toThrow(CommandOutOfPlace);
    expect(() => revoke(bench())).toThrow(CommandOutOfPlace);
  });
});

describe('at instant pace', () => {
  it('decides in the step that brings the work, verification and all', () => {
    const one = bench({ pace: 'instant' });
    const sent = one.request(scripted('verify', 'approve'), SUNDAY_NIGHT);
    expect(sent.map(({ data }) => (data as SentReport).outcome)).toEqual(['verification-opened', 'approved']);
    for (const { data } of sent) {
      const { receivedAt, startedAt, decidedAt } = data as SentReport;
      expect([receivedAt, startedAt, decidedAt]).toEqual([SUNDAY_NIGHT, SUNDAY_NIGHT, SUNDAY_NIGHT]);
    }
    expect(one.timers()).toEqual([]);
  });

  it('comes to the same record as in working time', () => {
    const instant = bench({ pace: 'instant' });
    run(instant, ['request-supplement']);
    resume(instant, 2, MONDAY_AT_NINE);
    const slow = bench();
    run(slow, ['request-supplement']);
    resume(slow, 2, MONDAY_AT_NINE);
    while (slow.fireNext());
    expect(instant.state?.record).toEqual(slow.state?.record);
    const reports = slow.sent.filter(({ type }) => type !== 'vn.lienthong.work.received.v1');
    expect(instant.sent.map(({ type }) => type)).toEqual(reports.map(({ type }) => type));
  });
});

describe('in manual mode', () => {
  const manual = (): Bench => bench({ mode: 'manual' });
  const decide = (one: Bench, decision: Decision, reason?: Reason): readonly unknown[] =>
    one.give(
      { type: 'officer.decided', decision, ...(reason && { reason }), officer: 'CB-07' },
      SUNDAY_NIGHT + 5,
    );

  it('waits for a person, script or not', () => {
    const one = manual();
    one.request(scripted('refuse'), SUNDAY_NIGHT);
    expect(one.timers()).toEqual([]);
    decide(one, 'approve');
    expect(one.lastReport).toMatchObject({ outcome: 'approved', decidedAt: SUNDAY_NIGHT + 5 });
    expect(one.lastReport.startedAt).toBeLessThanOrEqual(one.lastReport.decidedAt);
    expect(one.state).toMatchObject({ officer: 'CB-07', record: { active: true } });
  });

  it('passes the officer’s reason on', () => {
    const one = manual();
    one.request(sampleBirth(), SUNDAY_NIGHT);
    decide(one, 'request-supplement', STOP);
    expect(one.lastReport).toMatchObject({ outcome: 'supplement-requested', reason: STOP });
  });

  it('lets a person verify once and then decide', () => {
    const one = manual();
    one.request(sampleBirth(), SUNDAY_NIGHT);
    decide(one, 'verify');
    expect(one.state?.status).toBe('verifying');
    expect(() => decide(one, 'verify')).toThrow(new OfficerDecisionRefused('verification-not-allowed'));
    decide(one, 'approve');
    expect(one.state?.status).toBe('decided');
  });

  it('refuses decisions on what is unknown, decided, or not for people', () => {
    expect(() => decide(manual(), 'approve')).toThrow(new OfficerDecisionRefused('work-item-unknown'));
    const one = manual();
    one.request(sampleBirth(), SUNDAY_NIGHT);
    decide(one, 'refuse');
    expect(() => decide(one, 'approve')).toThrow(new OfficerDecisionRefused('work-item-not-open'));
    const auto = bench();
    auto.request(sampleBirth(), SUNDAY_NIGHT);
    expect(() => decide(auto, 'approve')).toThrow(new OfficerDecisionRefused('agency-not-manual'));
  });
});

describe('work that changes mode', () => {
  it('stays with whom it was given to', () => {
    const given = bench({ mode: 'manual' });
    given.request(sampleBirth(), MONDAY_AT_NINE);
    const switched = bench({ mode: 'auto' });
    switched.state = given.state;
    expect(switched.timers()).toEqual([]);
    switched.give({ type: 'officer.decided', decision: 'approve' }, MONDAY_AT_NINE + 1);
    expect(switched.state?.status).toBe('decided');
    const planned = bench({ mode: 'auto' });
    planned.request(scripted('approve'), MONDAY_AT_NINE);
    const back = bench({ mode: 'manual' });
    back.state = planned.state;
    expect(() => back.give({ type: 'officer.decided', decision: 'refuse' }, MONDAY_AT_NINE + 1)).toThrow(
      new OfficerDecisionRefused('agency-not-manual'),
    );
    back.fireNext();
    expect(back.lastReport.outcome).toBe('approved');
  });
});

describe('as an aggregate', () => {
  const decider = createAgencyDecider(stampOffice, OPTIONS);

  it('takes commands for its dossier and nothing else', () => {
    expect(decider.target(message('vn.lienthong.stop.ordered.v1', SAMPLE_NUMBER, {}))).toBe(SAMPLE_NUMBER);
    expect(decider.target(message('vn.lienthong.birth.registered.v1', SAMPLE_NUMBER, {}))).toBeUndefined();
  });

  it('is found by its office as long as the work has no result', () => {
    const one = bench();
    one.request(scripted('request-supplement', 'approve'), SUNDAY_NIGHT);
    const { desk, status } = decider.facets;
    expect([desk.of(one.state!), status.of(one.state!)]).toEqual(['00004', 'queued']);
    one.fireNext();
    expect([desk.of(one.state!), status.of(one.state!)]).toEqual(['00004', 'awaiting-supplement']);
    resume(one, 2, MONDAY_AT_NINE);
    expect(status.of(one.state!)).toBe('queued');
    one.fireNext();
    expect([desk.of(one.state!), status.of(one.state!)]).toEqual([undefined, 'decided']);
  });
});
