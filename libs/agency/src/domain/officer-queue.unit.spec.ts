import { vietnamCalendar, withOutages } from '@lienthong/calendar';
import { type Decision } from '@lienthong/contracts';
import { type Outgoing } from '@lienthong/engine';
import {
  AgencyBench,
  MONDAY_AT_NINE,
  message,
  OPTIONS,
  Registers,
  SAMPLE_NUMBER,
  sampleBirth,
  stampOffice,
  type StampFacts,
  type StampRecord,
} from '../../test-support';
import { OfficerDecisionRefused } from './agency.errors';
import { type AgencyOptions } from './agency-options';
import { type OfficerAssigned, type OfficerRequested } from './office/office.messages';
import { statusAt } from './work-item';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REASON = { code: 'withdrawn', vi: 'Rút hồ sơ', en: 'Withdrawn' };

type Bench = AgencyBench<StampFacts, StampRecord>;

/** An agency with one officer at each office. */
function bench(options: Partial<AgencyOptions> = {}, registers?: Registers): Bench {
  return new AgencyBench(stampOffice, { officers: 1, ...options }, SAMPLE_NUMBER, registers);
}

function scripted(...residency: Decision[]): ReturnType<typeof sampleBirth> {
  return sampleBirth({ simulation: { residency } });
}

function assign(one: Bench, ticket: number, startedAt: number): readonly Outgoing[] {
  const type = 'vn.lienthong.officer.assigned.v1';
  const now = startedAt + MINUTE;
  return one.give(message<OfficerAssigned>(type, SAMPLE_NUMBER, { ticket, startedAt }, now), now);
}

function resume(one: Bench, attempt: number, now: number): readonly Outgoing[] {
  const dossier = sampleBirth({ simulation: { residency: ['request-supplement', 'approve'] } });
  return one.command('vn.lienthong.work.resumed.v1', { attempt, dossier, dueAt: now }, now);
}

describe('work at an agency whose officers are counted', () => {
  it('asks its office for one, with the order it came in and the time it will take', () => {
    const one = bench();
    const [request, ...more] = one.request(scripted('approve'), MONDAY_AT_NINE);
    expect(more).toMatchObject([{ topic: 'residency.events', type: 'vn.lienthong.work.received.v1' }]);
    expect(more[0]?.data).toEqual({ agency: 'residency', attempt: 1, receivedAt: MONDAY_AT_NINE });
    expect(request).toMatchObject({
      topic: 'residency.commands',
      type: 'vn.lienthong.officer.requested.v1',
      subject: '00004',
      data: { dossierNumber: SAMPLE_NUMBER, ticket: 1, receivedAt: MONDAY_AT_NINE },
    });
    const { handsOnMs } = request?.data as OfficerRequested['data'];
    expect(handsOnMs).toBeGreaterThanOrEqual(15 * MINUTE);
    expect(handsOnMs).toBeLessThanOrEqual(30 * MINUTE);
  });

  it('waits without a timer until it has one', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE);
    expect(one.timers()).toEqual([]);
    expect(statusAt(one.state!, MONDAY_AT_NINE + HOUR)).toBe('queued');
    const startedAt = MONDAY_AT_NINE + 2 * HOUR;
    expect(assign(one, 1, startedAt)).toMatchObject([
      {
        topic: 'residency.events',
        type: 'vn.lienthong.work.started.v1',
        data: { attempt: 1, receivedAt: MONDAY_AT_NINE, startedAt },
      },
    ]);
    expect(statusAt(one.state!, MONDAY_AT_NINE + 2 * HOUR)).toBe('working');
  });

  it('ends as without a limit where an officer was free, and later by what it waited where none was', () => {
    const unlimited = bench({ officers: undefined });
    unlimited.request(scripted('approve'), MONDAY_AT_NINE);
    const free = bench();
    free.request(scripted('approve'), MONDAY_AT_NINE);
    assign(free, 1, MONDAY_AT_NINE);
    expect(free.timers()).toEqual(unlimited.timers());
    const busy = bench();
    busy.request(scripted('approve'), MONDAY_AT_NINE);
    assign(busy, 1, MONDAY_AT_NINE + HOUR);
    const worked = (one: Bench, from: number): number =>
      vietnamCalendar.workingMs(from, one.timers()[0]!.dueAt);
    expect(worked(busy, MONDAY_AT_NINE + HOUR)).toBe(worked(unlimited, MONDAY_AT_NINE));
    for (const each of [unlimited, free, busy]) each.fireNext();
    expect(free.lastReport).toEqual(unlimited.lastReport);
    expect(busy.lastReport).toMatchObject({
      outcome: 'approved',
      receivedAt: MONDAY_AT_NINE,
      startedAt: MONDAY_AT_NINE + HOUR,
    });
    expect(free.state).toEqual(unlimited.state);
  });

  it('takes an officer once, and no other one than its own', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE);
    const waiting = one.state;
    assign(one, 2, MONDAY_AT_NINE);
    expect(one.state).toBe(waiting);
    assign(one, 1, MONDAY_AT_NINE);
    const working = one.state;
    assign(one, 1, MONDAY_AT_NINE + HOUR);
    expect(one.state).toBe(working);
  });

  it('queues again after a supplement, with a ticket of its own', () => {
    const one = bench();
    one.request(scripted('request-supplement', 'approve'), MONDAY_AT_NINE);
    assign(one, 1, MONDAY_AT_NINE);
    one.fireNext();
    expect(one.state).toMatchObject({ status: 'awaiting-supplement' });
    expect(one.state).not.toHaveProperty('ticket');
    const now = MONDAY_AT_NINE + 48 * HOUR;
    expect(resume(one, 2, now)).toMatchObject([
      { type: 'vn.lienthong.officer.requested.v1', data: { ticket: 2, receivedAt: now } },
      { type: 'vn.lienthong.work.received.v1', data: { attempt: 2, receivedAt: now } },
    ]);
    assign(one, 1, now);
    expect(one.timers()).toEqual([]);
    assign(one, 2, now + HOUR);
    one.fireNext();
    expect(one.lastReport).toMatchObject({ outcome: 'approved', receivedAt: now, startedAt: now + HOUR });
  });

  it('keeps no officer of the office for a verification on site', () => {
    const one = bench();
    one.request(scripted('verify', 'approve'), MONDAY_AT_NINE);
    assign(one, 1, MONDAY_AT_NINE);
    expect(one.fireNext()).toMatchObject([{ type: 'vn.lienthong.residence-verification.opened.v1' }]);
    expect(one.state).toMatchObject({ status: 'verifying' });
    expect(one.state).not.toHaveProperty('ticket');
    expect(one.fireNext()).toMatchObject([{ type: 'vn.lienthong.residence.registered.v1' }]);
  });

  it('leaves the queue when it is stopped, having been queue to the end', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE);
    const now = MONDAY_AT_NINE + 3 * HOUR;
    const sent = one.command('vn.lienthong.stop.ordered.v1', { reason: REASON }, now);
    expect(sent).toMatchObject([
      { type: 'vn.lienthong.work.stopped.v1', data: { receivedAt: MONDAY_AT_NINE, startedAt: now } },
      {
        topic: 'residency.commands',
        type: 'vn.lienthong.officer.released.v1',
        subject: '00004',
        data: { ticket: 1, at: now },
      },
    ]);
    const { state } = one;
    assign(one, 1, now);
    expect(one.state).toBe(state);
    expect(one.timers()).toEqual([]);
  });

  it('gives its officer back when it is stopped in hand, and none after its decision', () => {
    const one = bench();
    one.request(scripted('request-supplement'), MONDAY_AT_NINE);
    assign(one, 1, MONDAY_AT_NINE);
    one.fireNext();
    const now = MONDAY_AT_NINE + 72 * HOUR;
    expect(one.command('vn.lienthong.stop.ordered.v1', { reason: REASON }, now)).toHaveLength(1);
    const other = bench();
    other.request(scripted('approve'), MONDAY_AT_NINE);
    assign(other, 1, MONDAY_AT_NINE);
    const sent = other.command('vn.lienthong.stop.ordered.v1', { reason: REASON }, MONDAY_AT_NINE + MINUTE);
    expect(sent).toMatchObject([
      { data: { startedAt: MONDAY_AT_NINE } },
      { type: 'vn.lienthong.officer.released.v1', data: { ticket: 1 } },
    ]);
  });

  it('numbers the tickets of an office apart from its files, and for good', () => {
    const registers = new Registers();
    const tickets = [0, 0, 24].map((hours, n) => {
      const one = new AgencyBench(stampOffice, { officers: 1 }, `G22.99.08-20261116-000000${n}`, registers);
      const [request] = one.request(scripted('approve'), MONDAY_AT_NINE + hours * HOUR);
      return [(request?.data as OfficerRequested['data']).ticket, one.state?.localNumber.slice(-4)];
    });
    expect(tickets).toEqual([
      [1, '0001'],
      [2, '0002'],
      [3, '0001'],
    ]);
  });

  it('leaves no decision to a person while it waits for an officer of the simulation', () => {
    const one = bench();
    one.request(scripted('approve'), MONDAY_AT_NINE);
    expect(() => one.give({ type: 'officer.decided', decision: 'approve' }, MONDAY_AT_NINE)).toThrow(
      new OfficerDecisionRefused('agency-not-manual'),
    );
  });

  it.each<[string, Partial<AgencyOptions>]>([
    ['who decide in person', { mode: 'manual' }],
    ['who need no time', { pace: 'instant' }],
  ])('counts none %s', (_who, options) => {
    const counted = bench(options);
    const uncounted = bench({ ...options, officers: undefined });
    expect(counted.request(scripted('approve'), MONDAY_AT_NINE)).toEqual(
      uncounted.request(scripted('approve'), MONDAY_AT_NINE),
    );
    expect(counted.state).toEqual(uncounted.state);
  });

  it('has its queue worked off by the model when the agency has gone over to manual mode meanwhile', () => {
    const registers = new Registers();
    const before = bench({}, registers);
    before.request(scripted('approve'), MONDAY_AT_NINE);
    const after = bench({ mode: 'manual' }, registers);
    after.state = before.state;
    assign(after, 1, MONDAY_AT_NINE);
    expect(after.fireNext()).toMatchObject([{ type: 'vn.lienthong.residence.registered.v1' }]);
  });
});

describe('an outage of the agency', () => {
  const morning = { from: MONDAY_AT_NINE + 30 * MINUTE, to: MONDAY_AT_NINE + 90 * MINUTE };
  const away = withOutages(vietnamCalendar, [morning]);
  const decidedAt = (calendar: AgencyOptions['calendar'], receivedAt: number): number => {
    const one = bench({ calendar, officers: undefined });
    one.request(scripted('approve'), receivedAt);
    while (one.fireNext());
    expect(one.lastReport.outcome).toBe('approved');
    return one.lastReport.decidedAt;
  };

  it('makes every decision it falls into later by its working time, and changes none', () => {
    const usual = decidedAt(vietnamCalendar, MONDAY_AT_NINE);
    expect(usual).toBeGreaterThan(morning.to);
    const later = decidedAt(away, MONDAY_AT_NINE);
    expect(OPTIONS.calendar.workingMs(usual, later)).toBe(60 * MINUTE);
  });

  it('takes up what comes in while it lasts once it is over', () => {
    const one = bench({ calendar: away, officers: undefined });
    one.request(scripted('approve'), morning.from + MINUTE);
    expect(one.state).toMatchObject({ receivedAt: morning.from + MINUTE, startedAt: morning.to });
    expect(decidedAt(away, morning.from + MINUTE)).toBe(decidedAt(vietnamCalendar, morning.to));
  });

  it('touches nothing that was done before', () => {
    const friday = MONDAY_AT_NINE - 5 * 24 * HOUR;
    expect(decidedAt(vietnamCalendar, friday)).toBeLessThan(morning.from);
    expect(decidedAt(away, friday)).toBe(decidedAt(vietnamCalendar, friday));
  });
});
