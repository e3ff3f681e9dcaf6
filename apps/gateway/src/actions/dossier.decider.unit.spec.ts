import { vietnamCalendar } from '@lienthong/calendar';
import { type Simulation } from '@lienthong/contracts';
import { applicantMove } from '@lienthong/simulation';
import { type DecisionContext } from '@lienthong/engine';
import { FILED_AT } from '../../test-support/dossiers';
import {
  createDossierDecider,
  dossierActionsId,
  type DossierActions,
  type SupplementAsked,
} from './dossier.decider';

const NUMBER = 'G22.99.08-20261116-0000001';
const decider = createDossierDecider(63);
const context: DecisionContext = {
  now: FILED_AT,
  id: dossierActionsId(NUMBER),
  owner: () => undefined,
  number: () => NaN,
};

function asked(simulation: Simulation | undefined, change: object = {}): SupplementAsked {
  return {
    stream: `orchestrator/${NUMBER}`,
    sequence: 5,
    type: 'vn.lienthong.supplement.requested.v1',
    subject: NUMBER,
    time: FILED_AT,
    data: {
      at: FILED_AT,
      type: 'supplement.requested',
      agency: 'civil-registry',
      status: 'awaiting-supplement',
      index: 4,
      data: { attempt: 1, simulatedApplicant: true, ...(simulation ? { simulation } : {}), ...change },
    },
  };
}

const planned = (simulation: Simulation | undefined): DossierActions | undefined =>
  decider.decide(undefined, asked(simulation), context)?.state;

describe('actions by people', () => {
  it('become messages of the dossier', () => {
    const reason = { code: 'duplicate', vi: 'Trùng', en: 'Duplicate' };
    const decision = decider.decide(
      undefined,
      { type: 'stop.request', dossierNumber: NUMBER, data: { reason } },
      context,
    );
    expect(decision).toEqual({
      state: { dossierNumber: NUMBER, planned: [] },
      messages: [
        {
          topic: 'dossier.events',
          type: 'vn.lienthong.stop.requested.v1',
          subject: NUMBER,
          data: { reason },
        },
      ],
    });
  });

  it.each([
    ['supplement.provide', 'supplement.provided'],
    ['withdrawal.request', 'withdrawal.requested'],
    ['correction.request', 'correction.requested'],
    ['cancellation.request', 'cancellation.requested'],
  ] as const)('%s', (type, name) => {
    const decision = decider.decide(undefined, { type, dossierNumber: NUMBER, data: {} as never }, context);
    expect(decision?.messages?.map((message) => message.type)).toEqual([`vn.lienthong.${name}.v1`]);
  });
});

describe('the simulated applicant', () => {
  it('hears only requests that are meant for it', () => {
    expect(decider.target(asked(undefined))).toBe(`d-${NUMBER}`);
    expect(decider.target(asked(undefined, { simulatedApplicant: undefined }))).toBeUndefined();
    expect(decider.target({ ...asked(undefined), type: 'vn.lienthong.dossier.accepted.v1' })).toBeUndefined();
  });

  it('answers when it has made up its mind to, and once', () => {
    const state = planned({ applicant: ['provide'] });
    const at = applicantMove({
      seed: 63,
      dossierNumber: NUMBER,
      agency: 'civil-registry',
      attempt: 1,
      simulation: { applicant: ['provide'] },
      askedAt: FILED_AT,
      calendar: vietnamCalendar,
    }).at;
    expect(state && decider.timers?.(state)).toEqual([{ name: 'civil-registry', dueAt: at }]);
    const decision = decider.decide(
      state,
      { type: 'timer.fired', name: 'civil-registry', dueAt: at },
      context,
    );
    expect(decision).toEqual({
      state: { dossierNumber: NUMBER, planned: [] },
      messages: [
        {
          topic: 'dossier.events',
          type: 'vn.lienthong.supplement.provided.v1',
          subject: NUMBER,
          data: { agency: 'civil-registry', data: {} },
        },
      ],
    });
    expect(
      decider.decide(decision?.state, { type: 'timer.fired', name: 'civil-registry', dueAt: at }, context),
    ).toBeUndefined();
  });

  it('withdraws', () => {
    const state = planned({ applicant: ['withdraw'] });
    const decision = decider.decide(
      state,
      { type: 'timer.fired', name: 'civil-registry', dueAt: 0 },
      context,
    );
    expect(decision?.messages?.map(({ type }) => type)).toEqual(['vn.lienthong.withdrawal.requested.v1']);
  });

  it('ignores', () => expect(planned({ applicant: ['ignore'] })).toBeUndefined());

  it('keeps two agencies apart', () => {
    const first = planned({ applicant: ['provide'] });
    const second = asked({ applicant: ['provide'] });
    const both = decider.decide(
      first,
      { ...second, data: { ...second.data, agency: 'residency' } },
      context,
    )?.state;
    expect(both?.planned.map(({ agency }) => agency)).toEqual(['civil-registry', 'residency']);
    const one = decider.decide(
      both,
      { type: 'timer.fired', name: 'civil-registry', dueAt: 0 },
      context,
    )?.state;
    expect(one?.planned.map(({ agency }) => agency)).toEqual(['residency']);
  });
});
