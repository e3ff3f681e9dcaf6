import {
  type AgencyReport,
  type Dossier,
  type HistoryEntry,
  type LinkedAgencyId,
  type PolicyId,
  type Reason,
  type ReportOutcome,
} from '@lienthong/contracts';
import { type Decision, type Outgoing } from '@lienthong/engine';
import { createCaseDecider, type CaseInput, type CaseState, type SagaEventName } from '../src';
import { caseTimers } from '../src/case/case-timers';
import { reportType } from './report-types';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Local Vietnamese time, e.g. `at('2024-11-04T09:00')`. */
export const at = (local: string): number => Date.parse(`${local}:00+07:00`);

/** A Monday morning. */
export const MONDAY = at('2024-11-04T09:00');

export const decider = createCaseDecider({ provinceOf: () => '01' });

export const CERTIFICATE = {
  number: 7,
  book: '01/2024',
  page: 7,
  registeredOn: '2024-11-04',
  office: '00004',
};
export const REASON: Reason = { code: 'test', vi: 'lý do', en: 'reason' };

export interface Filing {
  readonly submittedAt?: number;
  readonly policy?: PolicyId;
  readonly simulatedApplicant?: boolean;
}

export interface ReportTimes {
  readonly receivedAt?: number;
  readonly startedAt?: number;
  readonly decidedAt?: number;
}

/** Plays a case through its decider: every step a message at a moment, everything it sends is kept. */
export class CasePlayer {
  state: CaseState | undefined;
  now: number;
  readonly sent: Outgoing[] = [];
  readonly inputs: { readonly now: number; readonly input: unknown }[] = [];

  constructor(
    readonly dossier: Dossier,
    { submittedAt = MONDAY, policy = 'nd63', simulatedApplicant = false }: Filing = {},
  ) {
    this.now = submittedAt;
    this.give('vn.lienthong.dossier.submitted.v1', {
      dossier,
      policy,
      submittedAt,
      ...(simulatedApplicant ? { simulatedApplicant: true } : {}),
    });
  }

  get case(): CaseState {
    if (!this.state) throw new Error('the case was not accepted');
    return this.state;
  }

  get history(): readonly HistoryEntry[] {
    return this.case.history;
  }

  /** The history's types, in order. */
  get told(): readonly string[] {
    return this.history.map(({ type, agency }) => (agency === undefined ? type : `${type} ${agency}`));
  }

  /** Commands sent so far: `<agency> <type>`. */
  get commands(): readonly string[] {
    return this.sent
      .filter(({ topic }) => topic.endsWith('.commands'))
      .map(({ topic, type }) => `${topic.replace('.commands', '')} ${shorten(type)}`);
  }

  wait(ms: number): this {
    this.now += ms;
    return this;
  }

  until(instant: number): this {
    this.now = instant;
    return this;
  }

  play(...events: readonly SagaEventName[]): this {
    for (const event of events) this.wait(MINUTE).event(event);
    return this;
  }

  /** Whatever message makes this event of the saga; an expiry waits until it is due. */
  event(name: SagaEventName): Decision<CaseState> | undefined {
    switch (name) {
      case 'withdraw':
        return this.give('vn.lienthong.withdrawal.requested.v1', { reason: 'đổi ý' });
      case 'stop':
        return this.give('vn.lienthong.stop.requested.v1', { reason: REASON });
      case 'correct':
        return this.give('vn.lienthong.correction.requested.v1', {
          data: { 'child.fullName': 'Nguyễn Minh Khôi' },
        });
      case 'cancel':
        return this.give('vn.lienthong.cancellation.requested.v1', { reason: 'sai' });
      default: {
        const [agency, signal] = name.split('.') as [LinkedAgencyId, string];
        if (signal === 'supplement-provided') return this.supplement(agency, {});
        if (signal === 'window-expired') return this.fire(`window:${agency}`);
        if (signal === 'deadline-passed') return this.fire(`deadline:${agency}`);
        return this.report(agency, signal as ReportOutcome);
      }
    }
  }

  supplement(agency: LinkedAgencyId, data: Record<string, unknown>): Decision<CaseState> | undefined {
    return this.give('vn.lienthong.supplement.provided.v1', { agency, data });
  }

  fire(name: string): Decision<CaseState> | undefined {
    const timer = caseTimers(this.case).find((pending) => pending.name === name);
    if (!timer) throw new Error(`no timer ${name}`);
    this.now = Math.max(this.now, timer.dueAt);
    return this.take({ type: 'timer.fired', name, dueAt: timer.dueAt });
  }

  report(
    agency: LinkedAgencyId,
    outcome: ReportOutcome,
    times: ReportTimes = {},
  ): Decision<CaseState> | undefined {
    return this.give(...this.reportOf(agency, outcome, times));
  }

  /** The report an agency makes now, in answer to what it was last told. */
  reportOf(agency: LinkedAgencyId, outcome: ReportOutcome, times: ReportTimes = {}): [string, AgencyReport] {
    const progress = this.case.agencies.find((one) => one.agency === agency);
    const decidedAt = times.decidedAt ?? this.now;
    const data: AgencyReport = {
      agency,
      attempt: progress?.attempt ?? 1,
      outcome,
      receivedAt: times.receivedAt ?? decidedAt,
      startedAt: times.startedAt ?? decidedAt,
      decidedAt,
      ...(outcome === 'approved' && agency === 'civil-registry'
        ? { result: { certificate: CERTIFICATE, personalId: '001224000001' } }
        : {}),
      ...(outcome === 'refused' ? { reason: REASON } : {}),
      ...(outcome === 'corrected' ? { correction: this.case.correction?.number ?? 0 } : {}),
    };
    return [reportType(this.dossier.procedureGroup, agency, outcome), data];
  }

  give(type: string, data: unknown): Decision<CaseState> | undefined {
    return this.take({
      stream: 'test',
      sequence: this.inputs.length + 1,
      type,
      subject: 'G22.99.08-20241104-0000001',
      time: this.now,
      data,
    });
  }

  private take(input: unknown): Decision<CaseState> | undefined {
    this.inputs.push({ now: this.now, input });
    const decision = decider.decide(this.state, input as CaseInput, {
      now: this.now,
      id: 'G22.99.08-20241104-0000001',
      owner: () => undefined,
      number: () => 1,
    });
    if (decision) {
      this.state = decision.state;
      this.sent.push(...(decision.messages ?? []));
    }
    return decision;
  }
}

function shorten(type: string): string {
  return type.slice('vn.lienthong.'.length, -'.v1'.length);
}
