import { type CaseInspection, type IncidentView } from '@lienthong/contracts';
import { caseDetail, deskDetail } from './case-detail';

const AT = Date.parse('2026-11-16T08:00:00+07:00');
const WRITTEN = '2026-11-16T08:00:00.000+07:00';

const inspection = (change: Partial<CaseInspection> = {}): CaseInspection => ({
  case: {
    dossierNumber: 'G22.99.08-20261116-0000001',
    procedureGroup: 'birth',
    status: 'in-progress',
    nationalStatus: { code: 4, label: 'Đang xử lý' },
    linkedStatus: { code: 7, label: 'Đã gửi' },
    policy: 'nd63',
    submittedAt: AT,
    acceptedAt: AT,
    appointment: AT,
    overdue: false,
    procedures: [
      {
        procedure: 'birth-registration',
        agency: 'civil-registry',
        office: '00004',
        status: 'completed',
        startedAt: AT,
        dueAt: AT,
        result: { personalId: '001226000001', insuranceNumber: '0122600001' },
        reason: { code: 'x', vi: 'Ông Nguyễn Văn An vắng mặt', en: 'absent' },
      },
    ],
    allowedActions: ['supplement', 'withdraw', 'correct'],
    promises: [],
    supplements: [{ agency: 'civil-registry', until: AT }],
  },
  paused: true,
  timeline: [
    { index: 1, at: AT, type: 'supplement.requested', summary: 'x', data: { until: AT, attempt: 1 } },
    { index: 2, at: AT, type: 'dossier.accepted', summary: 'y' },
  ],
  processingTime: {
    total: {
      calendarMs: 1,
      workingMs: 2,
      netWorkingMs: 2,
      applicantWorkingMs: 0,
      limitWorkingDays: 3,
      pausedMs: 4,
    },
    segments: [
      {
        procedure: 'birth-registration',
        agency: 'civil-registry',
        kind: 'queue',
        from: AT,
        to: AT,
        calendarMs: 0,
      },
    ],
  },
  saga: {
    machine: 'birth@1',
    version: 1,
    value: { registration: 'requested' },
    active: ['registration', 'registration.requested'],
    path: [{ state: 'registration', at: AT, by: 'dossier.submitted' }],
  },
  timers: [{ name: 'deadline:civil-registry', agency: 'civil-registry', dueAt: AT, kind: 'deadline' }],
  owner: { kind: 'applicant', agency: 'civil-registry' },
  clocks: [
    { procedures: ['birth-registration'], dueAt: AT, workingMsUsed: 5, workingMsLeft: -6, state: 'paused' },
  ],
  messages: [{ id: 'entry/1', type: 'x', direction: 'in', at: AT }],
  dossier: { applicant: { fullName: 'Nguyễn Văn An' } } as unknown as CaseInspection['dossier'],
  stoppable: false,
  ...change,
});

const incident: IncidentView = {
  id: 'i',
  service: 'residency',
  kind: 'residency',
  aggregateId: 'G22.99.08-20261116-0000001',
  since: WRITTEN,
  attempts: 1,
  error: 'TypeError',
  waiting: [],
};

describe('a case as operators see it', () => {
  it('has every instant in words, and every duration as it is', () => {
    expect(caseDetail(inspection(), [])).toMatchObject({
      case: {
        submittedAt: WRITTEN,
        acceptedAt: WRITTEN,
        appointment: WRITTEN,
        procedures: [{ startedAt: WRITTEN, dueAt: WRITTEN }],
        supplements: [{ until: WRITTEN }],
      },
      timeline: [{ index: 1, at: WRITTEN, data: { until: WRITTEN, attempt: 1 } }, { at: WRITTEN }],
      processingTime: {
        total: {
          calendarMs: 1,
          workingMs: 2,
          netWorkingMs: 2,
          applicantWorkingMs: 0,
          limitWorkingDays: 3,
          pausedMs: 4,
        },
        segments: [{ from: WRITTEN, to: WRITTEN }],
      },
      saga: { path: [{ at: WRITTEN }] },
      timers: [{ dueAt: WRITTEN }],
      clocks: [{ dueAt: WRITTEN, workingMsUsed: 5, workingMsLeft: -6 }],
      messages: [{ at: WRITTEN }],
    });
  });

  it('masks what agencies issued, and persons in what they wrote', () => {
    const [procedure] = caseDetail(inspection(), []).case.procedures;
    expect(procedure?.result).toEqual({ personalId: '•••••••••001', insuranceNumber: '•••••••001' });
    expect(procedure?.reason).toEqual({ code: 'x', vi: 'Ông N••••• V•• A• vắng mặt', en: 'absent' });
  });

  it('waits for whoever holds it, but for an operator once something failed', () => {
    expect(caseDetail(inspection(), []).owner).toEqual({ kind: 'applicant', agency: 'civil-registry' });
    expect(caseDetail(inspection(), [incident])).toMatchObject({
      owner: { kind: 'incident' },
      incidents: [incident],
    });
    const { owner: _owner, ...atRest } = inspection();
    expect(caseDetail(atRest, [])).not.toHaveProperty('owner');
  });

  it('offers what an operator can do: no supplement, and a stop where one is possible', () => {
    expect(caseDetail(inspection(), []).actions).toEqual(['withdraw', 'correct']);
    expect(caseDetail(inspection({ stoppable: true }), []).actions).toEqual(['withdraw', 'correct', 'stop']);
  });
});

describe('a case on an officer’s desk', () => {
  it('is as operators see it, masked, without what operators are busy with', () => {
    const seen = deskDetail(inspection({ stoppable: true }));
    const { messages: _messages, actions: _actions, ...rest } = caseDetail(inspection(), []);
    expect(seen).toEqual({ ...rest, messages: [], incidents: [], actions: [] });
    expect(seen.dossier).toEqual({ applicant: { fullName: 'N••••• V•• A•' } });
  });
});
