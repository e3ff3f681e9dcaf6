import { type Decider } from '@lienthong/engine';
import { TakenByAnother } from '../taken-by-another';
import { type Batch, type BatchCounts } from './batch';

export type BatchInput =
  | ({ readonly type: 'batch.start' } & Pick<Batch, 'request' | 'actor' | 'roles'>)
  | {
      readonly type: 'batch.select';
      /** Epoch ms of the real clock. */
      readonly realNow: number;
      readonly leaseMs: number;
    }
  | {
      /** Whoever selects is still at it; a time past gives it back. */
      readonly type: 'batch.lease';
      readonly attempt: number;
      readonly until: number;
    }
  | {
      readonly type: 'batch.selected';
      readonly attempt: number;
      readonly total: number;
      readonly chunks: number;
    }
  | { readonly type: 'batch.refuse'; readonly attempt: number; readonly error: string }
  | { readonly type: 'batch.count'; readonly chunk: number; readonly counts: BatchCounts }
  | { readonly type: 'batch.cancel' }
  | { readonly type: 'batch.place'; readonly place: number; readonly insteadOf: number | undefined }
  | { readonly type: 'batch.close' };

const EMPTY = { total: 0, chunks: 0, counted: [], succeeded: 0, failed: 0, skipped: 0 } as const;

/** How a batch goes on: selecting, running, ended; one worker selects at a time, and every chunk counts once. */
export const batchDecider: Decider<Batch, BatchInput> = {
  service: 'console',
  kind: 'console-batches',
  target: () => undefined,
  decide(state, input, { now }) {
    if (input.type === 'timer.fired') return undefined;
    if (input.type === 'batch.start') {
      const { request, actor, roles } = input;
      return state ? undefined : { state: { request, actor, roles, at: now, status: 'selecting', ...EMPTY } };
    }
    const next = state && !state.closed ? follow(state, input, now) : undefined;
    return next && { state: next };
  },
  facets: {
    open: { indexed: true, of: ({ closed }) => (closed ? undefined : 1) },
    at: { indexed: true, of: ({ at }) => at },
  },
};

function follow(
  state: Batch,
  input: Exclude<BatchInput, { readonly type: 'batch.start' }>,
  now: number,
): Batch | undefined {
  switch (input.type) {
    case 'batch.select':
      return select(state, input);
    case 'batch.lease':
      if (!isSelecting(state, input.attempt)) throw new TakenByAnother('the selection');
      return { ...state, selecting: { attempt: input.attempt, until: input.until } };
    case 'batch.selected': {
      if (!isSelecting(state, input.attempt)) throw new TakenByAnother('the selection');
      const { total, chunks } = input;
      return ended({ ...state, status: 'running', total, chunks }, now);
    }
    case 'batch.refuse':
      if (!isSelecting(state, input.attempt)) throw new TakenByAnother('the selection');
      return { ...state, status: 'cancelled', error: input.error, finishedAt: now };
    case 'batch.count':
      return state.counted.includes(input.chunk) ? undefined : ended(counting(state, input), now);
    case 'batch.cancel':
      return isUnderWay(state) ? { ...state, status: 'cancelled', finishedAt: now } : undefined;
    case 'batch.place':
      return state.entry === input.insteadOf ? { ...state, entry: input.place } : undefined;
    case 'batch.close':
      return isUnderWay(state) ? undefined : { ...state, closed: true };
  }
}

function select(
  state: Batch,
  { realNow, leaseMs }: Extract<BatchInput, { readonly type: 'batch.select' }>,
): Batch | undefined {
  if (state.status !== 'selecting') return undefined;
  const { attempt = 0, until = 0 } = state.selecting ?? {};
  if (until > realNow) throw new TakenByAnother('the selection');
  return { ...state, selecting: { attempt: attempt + 1, until: realNow + leaseMs } };
}

function isSelecting({ status, selecting }: Batch, attempt: number): boolean {
  return status === 'selecting' && selecting?.attempt === attempt;
}

function isUnderWay({ status }: Batch): boolean {
  return status === 'selecting' || status === 'running';
}

function counting(
  state: Batch,
  { chunk, counts }: Extract<BatchInput, { readonly type: 'batch.count' }>,
): Batch {
  return {
    ...state,
    counted: [...state.counted, chunk],
    succeeded: state.succeeded + counts.succeeded,
    failed: state.failed + counts.failed,
    skipped: state.skipped + counts.skipped,
  };
}

function ended(state: Batch, now: number): Batch {
  const isDone = state.status === 'running' && state.counted.length === state.chunks;
  return isDone ? { ...state, status: 'done', finishedAt: now } : state;
}
