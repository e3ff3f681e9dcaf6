import { type DecisionContext } from '@lienthong/engine';
import { type BatchChunk, type ItemResult } from './batch';
import { TakenByAnother } from '../taken-by-another';
import { batchChunkDecider, type ChunkInput } from './batch-chunk.decider';

const FILL: ChunkInput = {
  type: 'chunk.fill',
  batch: 'b-1',
  selection: 2,
  number: 3,
  targets: [{ target: 'a' }, { target: 'b' }],
};
const DONE: ItemResult = { result: 'succeeded', at: 1 };
const claim = (realNow: number): ChunkInput => ({ type: 'chunk.claim', realNow, leaseMs: 100 });
const save = (attempt: number, until: number): ChunkInput => ({
  type: 'chunk.save',
  attempt,
  results: [DONE, null],
  until,
});

function after(...inputs: readonly ChunkInput[]): BatchChunk | undefined {
  return inputs.reduce<BatchChunk | undefined>(
    (state, input) => batchChunkDecider.decide(state, input, {} as DecisionContext)?.state ?? state,
    undefined,
  );
}

const facet = (name: 'work' | 'hand', chunk: BatchChunk | undefined): unknown =>
  chunk && batchChunkDecider.facets?.[name]?.of(chunk);

describe('a chunk of a batch', () => {
  it('is filled once', () => {
    const chunk = after(FILL, { ...FILL, targets: [] });
    expect(chunk).toMatchObject({ targets: [{ target: 'a' }, { target: 'b' }], results: [null, null] });
    expect([facet('work', chunk), facet('hand', chunk)]).toEqual(['b-1/2/', undefined]);
  });

  it('is had by one worker until its time is over or it gives it back', () => {
    expect(() => after(FILL, claim(0), claim(99))).toThrow(TakenByAnother);
    expect(after(FILL, claim(0), claim(100))?.lease).toEqual({ attempt: 2, until: 200 });
    expect(after(FILL, claim(0), save(1, 0), claim(1))?.lease?.attempt).toBe(2);
    expect(() => after(FILL, claim(0), save(1, 150), claim(100))).toThrow(TakenByAnother);
  });

  it('keeps what has been done for whoever has it next', () => {
    expect(after(FILL, claim(0), save(1, 0), claim(1))?.results).toEqual([DONE, null]);
  });

  it('takes nothing from a worker that another has replaced', () => {
    expect(() => after(FILL, claim(0), claim(100), save(1, 500))).toThrow(TakenByAnother);
  });

  it('is found as in hand until it is counted', () => {
    const worked = [FILL, claim(0), save(1, 100)];
    expect(facet('hand', after(...worked))).toBe('b-1/2/');
    const counted = after(...worked, { type: 'chunk.counted' });
    expect([facet('work', counted), facet('hand', counted)]).toEqual([undefined, undefined]);
    expect(() => after(...worked, { type: 'chunk.counted' }, claim(900))).not.toThrow();
    expect(after(...worked, { type: 'chunk.counted' }, claim(900))?.lease?.attempt).toBe(1);
  });
});
