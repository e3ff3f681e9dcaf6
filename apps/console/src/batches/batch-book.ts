import { Injectable } from '@nestjs/common';
import { type Engine, Engines } from '@lienthong/engine';
import { Problem } from '@lienthong/platform';
import { LiveChanges } from '../live/live-changes';
import { type Batch, type BatchChunk, batchIdOf, chunkId } from './batch';
import { batchDecider, type BatchInput } from './batch.decider';
import { batchChunkDecider, type ChunkInput } from './batch-chunk.decider';

const CHUNKS_AT_ONCE = 20;

export interface FoundBatch extends Batch {
  readonly id: string;
}

/** Everything on record of batches: where they are begun, cancelled, looked at and worked from. */
@Injectable()
export class BatchBook {
  readonly batches: Engine<Batch, BatchInput>;
  readonly chunks: Engine<BatchChunk, ChunkInput>;

  constructor(
    engines: Engines,
    private readonly live: LiveChanges,
  ) {
    this.batches = engines.for(batchDecider);
    this.chunks = engines.for(batchChunkDecider);
  }

  /** Puts a batch on record, once an operation. */
  async start(operation: string, batch: Pick<Batch, 'request' | 'actor' | 'roles'>): Promise<void> {
    await this.tell(batchIdOf(operation), { type: 'batch.start', ...batch });
  }

  /** What is in hand is finished, nothing more is taken up. @throws Problem 404 `batch-not-found` */
  async cancel(id: string): Promise<FoundBatch> {
    return this.tell(id, { type: 'batch.cancel' });
  }

  /** @throws Problem 404 `batch-not-found`, TakenByAnother */
  async tell(id: string, input: BatchInput): Promise<FoundBatch> {
    const batch = await this.batches.execute(id, input);
    this.live.announce('batches');
    return found(id, batch);
  }

  /** @throws Problem 404 `batch-not-found` */
  async find(id: string): Promise<FoundBatch> {
    return found(id, await this.batches.read(id));
  }

  /** Newest first, after the batch that began at `after.at`. */
  async newest(
    limit: number,
    after?: { readonly at: number; readonly id: string },
  ): Promise<readonly FoundBatch[]> {
    const rows = await this.batches.query({
      order: { facet: 'at', descending: true },
      ...(after && { after: { value: after.at, id: after.id } }),
      limit,
    });
    return rows.map(({ id, state }) => ({ ...state, id }));
  }

  /** What still needs a worker. */
  async open(limit: number): Promise<readonly FoundBatch[]> {
    const rows = await this.batches.query({ where: { open: 1 }, limit });
    return rows.map(({ id, state }) => ({ ...state, id }));
  }

  /** Chunks in order, from number `from` on. */
  async *chunksFrom({ id, selecting, chunks }: FoundBatch, from: number): AsyncGenerator<BatchChunk> {
    for (let next = from; next < chunks; next += CHUNKS_AT_ONCE) {
      const numbers = Array.from({ length: Math.min(CHUNKS_AT_ONCE, chunks - next) }, (_, i) => next + i);
      const ids = numbers.map((number) => chunkId(id, selecting?.attempt ?? 0, number));
      for (const { state } of await this.chunks.query({ ids, limit: ids.length })) yield state;
    }
  }
}

function found(id: string, batch: Batch | undefined): FoundBatch {
  if (!batch) throw new Problem({ code: 'batch-not-found' });
  return { ...batch, id };
}
