import { type DecisionContext } from '@lienthong/engine';
import { type Batch } from './batch';
import { TakenByAnother } from '../taken-by-another';
import { batchDecider, type BatchInput } from './batch.decider';

const AT = Date.parse('2026-11-16T09:00:00+07:00');
const START: BatchInput = {
  type: 'batch.start',
  request: { action: 'stop', cases: { agency: 'residency' }, reason: 'Trùng' },
  actor: 'operator.1',
  roles: ['operator'],
};
const select = (realNow: number): BatchInput => ({ type: 'batch.select', realNow, leaseMs: 1_000 });
const selected = (attempt: number, chunks: number): BatchInput => ({
  type: 'batch.selected',
  attempt,
  total: chunks * 50,
  chunks,
});
const count = (chunk: number, succeeded = 50): BatchInput => ({
  type: 'batch.count',
  chunk,
  counts: { succeeded, failed: 50 - succeeded, skipped: 0 },
});
const CANCEL: BatchInput = { type: 'batch.cancel' };

function after(...inputs: readonly BatchInput[]): Batch | undefined {
  const context = { now: AT } as DecisionContext;
  return inputs.reduce<Batch | undefined>(
    (state, input) => batchDecider.decide(state, input, context)?.state ?? state,
    undefined,
  );
}

const isOpen = (batch: Batch | undefined): boolean =>
  batch !== undefined && batchDecider.facets?.['open']?.of(batch) === 1;

describe('a batch', () => {
  it('starts once, with selecting', () => {
    const batch = after(START, { ...START, actor: 'operator.2' });
    expect(batch).toMatchObject({ status: 'selecting', actor: 'operator.1', total: 0, at: AT });
    expect(isOpen(batch)).toBe(true);
  });

  it('is selected for by one worker at a time, and by another when that one is gone', () => {
    expect(() => after(START, select(0), select(999))).toThrow(TakenByAnother);
    expect(after(START, select(0), select(1_000))?.selecting).toEqual({ attempt: 2, until: 2_000 });
    const renewed: BatchInput = { type: 'batch.lease', attempt: 1, until: 1_500 };
    expect(() => after(START, select(0), renewed, select(1_000))).toThrow(TakenByAnother);
  });

  it('takes no selection from a worker that another has replaced', () => {
    expect(() => after(START, select(0), select(1_000), selected(1, 3))).toThrow(TakenByAnother);
    expect(after(START, select(0), select(1_000), selected(2, 3))).toMatchObject({
      status: 'running',
      total: 150,
      chunks: 3,
    });
  });

  it('counts every chunk once, and is done with the last', () => {
    const running = [START, select(0), selected(1, 2), count(0), count(0)];
    expect(after(...running)).toMatchObject({ status: 'running', succeeded: 50, failed: 0 });
    expect(after(...running, count(1, 20))).toMatchObject({
      status: 'done',
      succeeded: 70,
      failed: 30,
      finishedAt: AT,
    });
  });

  it('is done at once where nothing was selected', () => {
    expect(after(START, select(0), selected(1, 0))).toMatchObject({ status: 'done', total: 0 });
  });

  it('can be cancelled until it is done; what was in hand still counts', () => {
    const cancelled = after(START, select(0), selected(1, 2), CANCEL, count(0));
    expect(cancelled).toMatchObject({ status: 'cancelled', succeeded: 50, finishedAt: AT });
    expect(after(START, CANCEL)?.status).toBe('cancelled');
    expect(after(START, select(0), selected(1, 1), count(0), CANCEL)?.status).toBe('done');
    expect(() => after(START, select(0), CANCEL, selected(1, 2))).toThrow(TakenByAnother);
  });

  it('says why it was given up', () => {
    const refused: BatchInput = { type: 'batch.refuse', attempt: 1, error: 'batch-too-large' };
    expect(after(START, select(0), refused)).toMatchObject({ status: 'cancelled', error: 'batch-too-large' });
  });

  it('is open until its end is on the audit log', () => {
    const close: BatchInput = { type: 'batch.close' };
    const done = [START, select(0), selected(1, 0)];
    expect(isOpen(after(...done))).toBe(true);
    expect(isOpen(after(...done, close))).toBe(false);
    expect(isOpen(after(START, select(0), selected(1, 1), close))).toBe(true);
    expect(after(...done, { type: 'batch.place', place: 4, insteadOf: undefined })?.entry).toBe(4);
  });
});
