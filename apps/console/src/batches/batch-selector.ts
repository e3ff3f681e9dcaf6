import { Injectable } from '@nestjs/common';
import { everyIncident, Incidents } from '@lienthong/incidents';
import { type BatchTarget, CHUNK_SIZE, chunkId, MOST_ITEMS } from './batch';
import { BatchBook, type FoundBatch } from './batch-book';
import { BatchPace } from './batch-pace';
import { CaseSelections } from './selections.port';

const CHUNKS_AT_ONCE = 20;

/** Takes down what a batch is to act on, as it is now: what comes to fit the selection later is not in it. */
@Injectable()
export class BatchSelector {
  constructor(
    private readonly book: BatchBook,
    private readonly incidents: Incidents,
    private readonly cases: CaseSelections,
    private readonly pace: BatchPace,
  ) {}

  /**
   * From the beginning, whatever an earlier attempt got to.
   * @throws TakenByAnother, and Problem 503 where a service does not answer: the batch then waits for it
   */
  async select({ id }: FoundBatch, ended: () => boolean): Promise<void> {
    const claim = { type: 'batch.select', realNow: Date.now(), leaseMs: this.pace.leaseMs } as const;
    const batch = await this.book.tell(id, claim);
    if (batch.status !== 'selecting') return;
    const attempt = batch.selecting?.attempt ?? 0;
    const lease = (until: number): Promise<unknown> =>
      this.book.tell(id, { type: 'batch.lease', attempt, until });
    let chunk: BatchTarget[] = [];
    let filling: Promise<unknown>[] = [];
    let total = 0;
    let chunks = 0;
    const fill = (targets: readonly BatchTarget[]): void => {
      const number = chunks++;
      const input = { type: 'chunk.fill', batch: id, selection: attempt, number, targets } as const;
      filling.push(this.book.chunks.execute(chunkId(id, attempt, number), input));
    };
    try {
      for await (const target of this.targets(batch)) {
        if (ended()) return void (await lease(0));
        if (++total > MOST_ITEMS) {
          await this.book.tell(id, { type: 'batch.refuse', attempt, error: 'batch-too-large' });
          return;
        }
        chunk.push(target);
        if (chunk.length < CHUNK_SIZE) continue;
        fill(chunk);
        chunk = [];
        if (filling.length < CHUNKS_AT_ONCE) continue;
        await Promise.all(filling);
        filling = [];
        await lease(Date.now() + this.pace.leaseMs);
      }
      if (chunk.length > 0) fill(chunk);
      await Promise.all(filling);
    } catch (error) {
      await Promise.allSettled([...filling, lease(0)]);
      throw error;
    }
    await this.book.tell(id, { type: 'batch.selected', attempt, total, chunks });
  }

  private async *targets({ request }: FoundBatch): AsyncGenerator<BatchTarget> {
    if ('cases' in request) {
      for await (const target of this.cases.select(request.cases)) yield { target, dossierNumber: target };
      return;
    }
    for await (const { id, dossierNumber, waiting } of everyIncident(this.incidents, request.incidents)) {
      const failed = request.action === 'discard' ? waiting[0]?.id : undefined;
      yield {
        target: id,
        ...(dossierNumber !== undefined && { dossierNumber }),
        ...(failed !== undefined && { failed }),
      };
    }
  }
}
