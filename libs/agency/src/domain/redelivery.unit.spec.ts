import { type AgencyCommand, type Decision } from '@lienthong/contracts';
import { AgencyBench, MONDAY_AT_NINE, message, sampleBirth, stampOffice } from '../../test-support';
import fc from 'fast-check';
import { type AgencyOptions } from './agency-options';
import { type OfficerAssigned } from './office/office.messages';
import { awaitsOfficer } from './work-item';

const HOUR_MS = 3_600_000;
const REASON = { code: 'test', vi: 'Thử', en: 'Test' };

type Move = 'fire' | 'resume' | 'stop' | 'correct' | 'revoke';

const moves = fc.array(
  fc.constantFrom<Move>('fire', 'fire', 'fire', 'resume', 'resume', 'stop', 'correct', 'revoke'),
  {
    maxLength: 12,
  },
);
const scripts = fc.array(fc.constantFrom<Decision>('approve', 'request-supplement', 'verify', 'refuse'), {
  maxLength: 4,
});
const ways = fc.constantFrom<Partial<AgencyOptions>>(
  { pace: 'instant' },
  { pace: 'working-time' },
  { pace: 'working-time', officers: 1 },
);

/** A life of one work item as the saga could cause it: moves that make no sense at their point are left out. */
class Life {
  readonly one: AgencyBench<unknown, { active: boolean }>;
  readonly delivered: (AgencyCommand | OfficerAssigned)[] = [];
  private now = MONDAY_AT_NINE;
  private corrections = 0;

  constructor(
    private readonly script: readonly Decision[],
    options: Partial<AgencyOptions>,
  ) {
    this.one = new AgencyBench(stampOffice, options) as unknown as AgencyBench<unknown, { active: boolean }>;
    this.deliver('vn.lienthong.work.requested.v1', {
      attempt: 1,
      procedures: ['permanent-residence'],
      office: '00004',
      policy: 'nd63',
      dossier: this.dossier(),
      dueAt: this.now,
    });
  }

  move(move: Move): void {
    const { state } = this.one;
    if (!state) return;
    const active = state.record?.active === true;
    this.now = Math.max(this.now + HOUR_MS, this.one.timers()[0]?.dueAt ?? 0);
    if (move === 'fire' && awaitsOfficer(state)) {
      const data = { ticket: state.ticket ?? 0, startedAt: this.now };
      this.deliver('vn.lienthong.officer.assigned.v1', data);
    } else if (move === 'fire') this.one.fireNext();
    else if (move === 'resume' && state.status === 'awaiting-supplement') {
      this.deliver('vn.lienthong.work.resumed.v1', {
        attempt: state.attempt + 1,
        dossier: this.dossier(),
        dueAt: this.now,
      });
    } else if (move === 'stop') this.deliver('vn.lienthong.stop.ordered.v1', { reason: REASON });
    else if (move === 'correct' && active) {
      this.corrections++;
      const data = { 'applicant.fullName': `Tên ${this.corrections}` };
      this.deliver('vn.lienthong.correction.ordered.v1', { correction: this.corrections, data });
    } else if (move === 'revoke' && active) {
      this.deliver('vn.lienthong.revocation.ordered.v1', { reason: REASON });
    }
  }

  /** Everything delivered so far once more, in order. */
  redeliver(): void {
    for (const command of this.delivered) this.one.give(command, this.now + HOUR_MS);
  }

  private dossier(): ReturnType<typeof sampleBirth> {
    return sampleBirth({ simulation: { residency: this.script } });
  }

  private deliver(
    type: (AgencyCommand | OfficerAssigned)['type'],
    data: (AgencyCommand | OfficerAssigned)['data'],
  ): void {
    const command = message<AgencyCommand | OfficerAssigned>(type, this.one.id, data, this.now);
    this.delivered.push(command);
    this.one.give(command, this.now);
  }
}

/** What tells of open work, and is no report. */
const PROGRESS = new Set(['vn.lienthong.work.received.v1', 'vn.lienthong.work.started.v1']);

describe('redelivery', () => {
  it('of every command so far, after every move, changes no state and sends nothing', () => {
    fc.assert(
      fc.property(scripts, moves, ways, (script, path, way) => {
        const life = new Life(script, way);
        for (const move of path) {
          life.move(move);
          const { state } = life.one;
          const sent = life.one.sent.length;
          const claims = [...life.one.registers.claims];
          life.redeliver();
          expect(life.one.state).toBe(state);
          expect(life.one.sent).toHaveLength(sent);
          expect([...life.one.registers.claims]).toEqual(claims);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves one report a step and times in order', () => {
    fc.assert(
      fc.property(scripts, moves, ways, (script, path, way) => {
        const life = new Life(script, way);
        for (const move of path) life.move(move);
        const steps = life.one.state?.step ?? 0;
        const reports = life.one.sent
          .filter(({ topic, type }) => topic === 'residency.events' && !PROGRESS.has(type))
          .map(({ data }) => data as { [time: string]: number } & { outcome: string });
        const decided = reports.filter(
          ({ outcome }) => !['stopped', 'corrected', 'revoked'].includes(outcome),
        );
        expect(decided).toHaveLength(steps);
        for (const { receivedAt, startedAt, decidedAt } of reports) {
          expect(receivedAt).toBeLessThanOrEqual(startedAt!);
          expect(startedAt).toBeLessThanOrEqual(decidedAt!);
        }
      }),
      { numRuns: 500 },
    );
  });
});
