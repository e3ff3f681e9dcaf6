import { type Decider } from '@lienthong/engine';
import { type BatchChunk, type BatchTarget, chunksOf, type ItemResult } from './batch';
import { TakenByAnother } from '../taken-by-another';

export type ChunkInput =
  | {
      readonly type: 'chunk.fill';
      readonly batch: string;
      readonly selection: number;
      readonly number: number;
      readonly targets: readonly BatchTarget[];
    }
  | {
      readonly type: 'chunk.claim';
      /** Epoch ms of the real clock. */
      readonly realNow: number;
      readonly leaseMs: number;
    }
  | {
      /** Also says that the worker is still at it. */
      readonly type: 'chunk.save';
      readonly attempt: number;
      readonly results: readonly (ItemResult | null)[];
      /** Epoch ms of the real clock; a time past gives the chunk back. */
      readonly until: number;
    }
  | { readonly type: 'chunk.place'; readonly place: number; readonly insteadOf: number | undefined }
  | { readonly type: 'chunk.counted' };

/** Some items of a batch, worked by one worker at a time: who claims them first has them until its lease is over. */
export const batchChunkDecider: Decider<BatchChunk, ChunkInput> = {
  service: 'console',
  kind: 'console-batch-chunks',
  target: () => undefined,
  decide(state, input) {
    if (input.type === 'timer.fired') return undefined;
    if (input.type === 'chunk.fill') {
      const { type: _type, ...chunk } = input;
      return state ? undefined : { state: { ...chunk, results: chunk.targets.map(() => null) } };
    }
    if (!state || state.counted) return undefined;
    switch (input.type) {
      case 'chunk.claim': {
        const { attempt = 0, until = 0 } = state.lease ?? {};
        if (until > input.realNow) throw new TakenByAnother('the chunk');
        return {
          state: { ...state, lease: { attempt: attempt + 1, until: input.realNow + input.leaseMs } },
        };
      }
      case 'chunk.save': {
        const { attempt, results, until } = input;
        if (state.lease?.attempt !== attempt) throw new TakenByAnother('the chunk');
        return { state: { ...state, results, lease: { attempt, until } } };
      }
      case 'chunk.place':
        return state.entry === input.insteadOf ? { state: { ...state, entry: input.place } } : undefined;
      case 'chunk.counted':
        return { state: { ...state, counted: true } };
    }
  },
  facets: {
    /** While there is something to do. */
    work: { indexed: true, of: (chunk) => (chunk.counted ? undefined : selectionOf(chunk)) },
    /** While somebody has it in hand, or had when it died. */
    hand: {
      indexed: true,
      of: (chunk) => (chunk.counted || !chunk.lease ? undefined : selectionOf(chunk)),
    },
  },
};

function selectionOf({ batch, selection }: BatchChunk): string {
  return chunksOf(batch, selection);
}
