import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { toVietnamIso } from '@lienthong/platform';
import { type AuditDraft } from '../audit/audit-chain';
import { AuditLog, type PlaceKeeper } from '../audit/audit-log';
import { LiveChanges } from '../live/live-changes';
import { type BatchChunk, type BatchCounts, chunksOf, itemAction, type ItemResult } from './batch';
import { BatchBook, type FoundBatch } from './batch-book';
import { BatchItems } from './batch-items';
import { BatchPace } from './batch-pace';
import { TakenByAnother } from '../taken-by-another';

const CANDIDATES = 8;

/** Works the chunks of a batch: claims one, acts on its items, puts that on the audit log and into the batch's counts. */
@Injectable()
export class BatchWorker {
  constructor(
    private readonly book: BatchBook,
    private readonly items: BatchItems,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly pace: BatchPace,
    private readonly live: LiveChanges,
  ) {}

  /**
   * Works one chunk that nobody has in hand. Answers whether there was one.
   * @param facet `work`: any that is left; `hand`: only what somebody took up and did not finish
   * @param ended the process stops: the chunk is given back with what has been done
   * @throws Problem 503 where a service does not answer
   */
  async workOne(batch: FoundBatch, facet: 'work' | 'hand', ended: () => boolean): Promise<boolean> {
    const where = { [facet]: chunksOf(batch.id, batch.selecting?.attempt ?? 0) };
    for (const { id } of await this.book.chunks.query({ where, limit: CANDIDATES })) {
      const chunk = await this.claim(id);
      if (!chunk) continue;
      await this.work(id, chunk, batch, ended);
      return true;
    }
    return false;
  }

  /** Whether somebody has, or had, chunks in hand that are not counted. */
  async isInHand(batch: FoundBatch): Promise<boolean> {
    const where = { hand: chunksOf(batch.id, batch.selecting?.attempt ?? 0) };
    return (await this.book.chunks.query({ where, limit: 1 })).length > 0;
  }

  private async claim(id: string): Promise<BatchChunk | undefined> {
    const { leaseMs } = this.pace;
    try {
      return await this.book.chunks.execute(id, { type: 'chunk.claim', realNow: Date.now(), leaseMs });
    } catch (error) {
      if (error instanceof TakenByAnother) return undefined;
      throw error;
    }
  }

  private async work(id: string, chunk: BatchChunk, batch: FoundBatch, ended: () => boolean): Promise<void> {
    const results = [...chunk.results];
    const save = (until: number): Promise<unknown> => this.save(id, chunk, results, until);
    let savedAt = performance.now();
    try {
      while (results.includes(null) && !ended()) {
        await this.workSlice(chunk, results, batch);
        if (performance.now() - savedAt < this.pace.saveMs) continue;
        await save(Date.now() + this.pace.leaseMs);
        savedAt = performance.now();
      }
    } catch (error) {
      await save(0);
      throw error;
    }
    if (results.includes(null)) return void (await save(0));
    await save(Date.now() + this.pace.leaseMs);
    await this.finish(id, { ...chunk, results }, batch);
  }

  private save(
    id: string,
    { lease }: BatchChunk,
    results: readonly (ItemResult | null)[],
    until: number,
  ): Promise<unknown> {
    return this.book.chunks.execute(id, {
      type: 'chunk.save',
      attempt: lease?.attempt ?? 0,
      results: [...results],
      until,
    });
  }

  /** Acts on the next items that wait, no faster than the pace allows. */
  private async workSlice(
    { targets }: BatchChunk,
    results: (ItemResult | null)[],
    batch: FoundBatch,
  ): Promise<void> {
    const waiting = targets.flatMap((target, index) => (results[index] === null ? [{ target, index }] : []));
    const perform = async ({ target, index }: (typeof waiting)[number]): Promise<void> => {
      const result = await this.items.perform(batch.id, batch, target);
      results[index] = { ...result, at: this.clock.now() };
    };
    const pause = sleep(this.pace.sliceMs);
    const done = await Promise.allSettled(waiting.slice(0, this.pace.atOnce).map(perform));
    await pause;
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  }

  /** Each step is taken once, also when the chunk is taken up again. */
  private async finish(id: string, chunk: BatchChunk, batch: FoundBatch): Promise<void> {
    const keeper: PlaceKeeper = {
      place: chunk.entry,
      keep: async (place, insteadOf) => {
        const kept = await this.book.chunks.execute(id, { type: 'chunk.place', place, insteadOf });
        return kept?.entry ?? place;
      },
    };
    await this.audit.append(id, draftsOf(chunk, batch), keeper);
    await this.book.tell(batch.id, { type: 'batch.count', chunk: chunk.number, counts: countsOf(chunk) });
    await this.book.chunks.execute(id, { type: 'chunk.counted' });
    if ('incidents' in batch.request) this.live.announce('incidents');
  }
}

function draftsOf({ targets, results }: BatchChunk, batch: FoundBatch): readonly AuditDraft[] {
  const { id, actor, roles, request } = batch;
  return targets.flatMap(({ target }, index): AuditDraft[] => {
    const done = results[index];
    if (!done) return [];
    const { result, detail, before, at } = done;
    return [
      {
        at: toVietnamIso(at),
        actor,
        roles,
        action: itemAction(batch),
        target,
        reason: request.reason,
        outcome: result === 'succeeded' ? 'done' : 'failed',
        ...(before !== undefined && { before: { status: before } }),
        after: { result, ...(detail !== undefined && { detail }) },
        operation: id,
      },
    ];
  });
}

function countsOf({ results }: BatchChunk): BatchCounts {
  const count = (wanted: ItemResult['result']): number =>
    results.filter((one) => one?.result === wanted).length;
  return { succeeded: count('succeeded'), failed: count('failed'), skipped: count('skipped') };
}
