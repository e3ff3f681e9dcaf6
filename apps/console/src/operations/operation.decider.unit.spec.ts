import { type DecisionContext } from '@lienthong/engine';
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
