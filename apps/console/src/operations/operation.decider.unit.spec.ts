import { type DecisionContext } from '@lienthong/engine';
import { TakenByAnother } from '../taken-by-another';
import { type Operation } from './operation';
import { operationDecider, type OperationInput } from './operation.decider';

const AT = Date.parse('2026-11-16T09:00:00+07:00');
const BEGIN: OperationInput = {
  type: 'operation.begin',
  operation: {
    bodyHash: 'h',
    actor: 'operator.1',
    roles: ['operator'],
    action: 'case.stop',
    target: 'G22.99.08-20261116-0000001',
    reason: 'Trùng',
    before: { status: 'in-progress' },
  },
  command: { type: 'case', dossierNumber: 'G22.99.08-20261116-0000001', action: 'stop' },
  holder: 'one',
  until: 1_000,
};
const DONE: OperationInput = { type: 'operation.acted', outcome: { ok: true, after: { requested: 'stop' } } };

/** The state after these inputs, one a second. */
function after(...inputs: readonly OperationInput[]): Operation | undefined {
  return inputs.reduce<Operation | undefined>((state, input, i) => {
    const context = { now: AT + i * 1_000 } as DecisionContext;
    return operationDecider.decide(state, input, context)?.state ?? state;
  }, undefined);
}

const place = (entry: 'begunEntry' | 'endedEntry', at: number, insteadOf?: number): OperationInput => ({
  type: 'operation.place',
  entry,
  place: at,
  insteadOf,
});

describe('an operation', () => {
  it('is begun once, and is then open', () => {
    const state = after(BEGIN, BEGIN);
    expect(state).toMatchObject({ at: AT, command: { action: 'stop' }, before: { status: 'in-progress' } });
    expect(state && operationDecider.facets?.['open']?.of(state)).toBe(1);
  });

  it('is one replica’s until its lease is over or given back, and tells the next that it is not the first', () => {
    const claim = (realNow: number, holder = 'other'): OperationInput => ({
      type: 'operation.claim',
      holder,
      realNow,
      until: realNow + 1_000,
    });
    expect(after(BEGIN)?.lease).toEqual({ holder: 'one', attempt: 1, until: 1_000 });
    expect(() => after(BEGIN, claim(999))).toThrow(TakenByAnother);
    expect(after(BEGIN, claim(1_000))?.lease).toEqual({ holder: 'other', attempt: 2, until: 2_000 });
    const release = (holder: string): OperationInput => ({ type: 'operation.release', holder });
    expect(after(BEGIN, release('one'), claim(0))?.lease).toMatchObject({ holder: 'other', attempt: 2 });
    expect(() => after(BEGIN, release('other'), claim(0))).toThrow(TakenByAnother);
    expect(after(BEGIN, claim(500, 'one'))?.lease).toEqual({
      holder: 'one',
      attempt: 1,
      until: 1_500,
    });
    const closed = after(BEGIN, DONE, { type: 'operation.close' }, claim(5_000));
    expect(closed).not.toHaveProperty('lease');
  });

  it('is refused under a key that was used for something else', () => {
    const other = { ...BEGIN, operation: { ...BEGIN.operation, bodyHash: 'other' } };
    expect(() => after(BEGIN, other)).toThrow('idempotency key reused');
  });

  it('keeps a place in the log until whoever kept it knows that it was taken by another', () => {
    expect(after(BEGIN, place('begunEntry', 7))?.begunEntry).toBe(7);
    expect(after(BEGIN, place('begunEntry', 7), place('begunEntry', 8))?.begunEntry).toBe(7);
    expect(after(BEGIN, place('begunEntry', 7), place('begunEntry', 8, 7))?.begunEntry).toBe(8);
  });

  it('has the outcome that came first', () => {
    const later: OperationInput = {
      type: 'operation.acted',
      outcome: { ok: false, after: {}, error: { code: 'action-not-allowed' } },
    };
    expect(after(BEGIN, DONE, later)).toMatchObject({ outcome: { ok: true }, endedAt: AT + 1_000 });
  });

  it('closes only with an outcome, forgets what it was told to do, and never changes again', () => {
    const close: OperationInput = { type: 'operation.close' };
    expect(after(BEGIN, close)?.closed).toBeUndefined();
    const closed = after(BEGIN, place('begunEntry', 1), DONE, place('endedEntry', 2), close);
    expect(closed).toMatchObject({ closed: true, begunEntry: 1, endedEntry: 2 });
    expect(closed).not.toHaveProperty('command');
    expect(closed && operationDecider.facets?.['open']?.of(closed)).toBeUndefined();
    expect(after(BEGIN, DONE, close, place('endedEntry', 9))?.endedEntry).toBeUndefined();
  });
});
