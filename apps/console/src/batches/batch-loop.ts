import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Problem, Repeating, toVietnamIso } from '@lienthong/platform';
import { AuditLog, type PlaceKeeper } from '../audit/audit-log';
import { BatchBook, type FoundBatch } from './batch-book';
import { BatchPace } from './batch-pace';
import { BatchSelector } from './batch-selector';
import { BatchWorker } from './batch-worker';
import { TakenByAnother } from '../taken-by-another';

const BATCHES_AT_ONCE = 20;
const AFTER_ERROR_MS = 2_000;

/**
 * Carries batches on for as long as this process lives. It remembers nothing: what is open is on record, and whoever looks
 * next goes on. By the real clock, because the simulation's may stand still.
 */
@Injectable()
export class BatchLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Batches');
  private readonly repeating: Repeating;
  private stopping = false;
  /** Why batches have to wait, so that it is logged once. */
  private readonly waiting = new Map<string, string>();

  constructor(
    private readonly book: BatchBook,
    private readonly selector: BatchSelector,
    private readonly worker: BatchWorker,
    private readonly audit: AuditLog,
    private readonly pace: BatchPace,
  ) {
    this.repeating = new Repeating(
      () => this.look(),
      AFTER_ERROR_MS,
      () => this.logger.warn('batches could not be looked for'),
    );
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  /** What is in hand is given back with what has been done of it. */
  onModuleDestroy(): Promise<void> {
    this.stopping = true;
    return this.repeating.stop();
  }

  /** Takes every open batch one step on. Answers how long to rest then, real ms. */
  private async look(): Promise<number> {
    let pauseMs = this.pace.lookMs;
    for (const batch of await this.book.open(BATCHES_AT_ONCE)) {
      if (this.stopping) break;
      if (await this.carryOn(batch)) pauseMs = 0;
    }
    return pauseMs;
  }

  /** Answers whether there was something to do. */
  private async carryOn(batch: FoundBatch): Promise<boolean> {
    try {
      const worked = await this.step(batch);
      this.waiting.delete(batch.id);
      return worked;
    } catch (error) {
      if (!(error instanceof TakenByAnother)) this.warn(batch.id, error);
      return false;
    }
  }

  private warn(id: string, error: unknown): void {
    const why = error instanceof Problem ? error.code : error instanceof Error ? error.name : typeof error;
    if (this.waiting.get(id) === why) return;
    this.waiting.set(id, why);
    this.logger.warn(`batch ${id} has to wait: ${why}`);
  }

  private async step(batch: FoundBatch): Promise<boolean> {
    const ended = (): boolean => this.stopping;
    switch (batch.status) {
      case 'selecting':
        await this.selector.select(batch, ended);
        return true;
      case 'running':
        return this.worker.workOne(batch, 'work', ended);
      case 'cancelled':
        if (await this.worker.workOne(batch, 'hand', ended)) return true;
        if (await this.worker.isInHand(batch)) return false;
        return this.close(batch.id);
      case 'done':
        return this.close(batch.id);
    }
  }

  /** The end of a batch is on the audit log too. */
  private async close(id: string): Promise<boolean> {
    const batch = await this.book.find(id);
    const { actor, roles, request, status, total, succeeded, failed, skipped, error, finishedAt = 0 } = batch;
    const keeper: PlaceKeeper = {
      place: batch.entry,
      keep: async (place, insteadOf) =>
        (await this.book.tell(id, { type: 'batch.place', place, insteadOf })).entry ?? place,
    };
    const draft = {
      at: toVietnamIso(finishedAt),
      actor,
      roles,
      action: 'batch.end',
      target: id,
      reason: request.reason,
      outcome: status === 'done' ? ('done' as const) : ('failed' as const),
      after: { status, total, succeeded, failed, skipped, ...(error !== undefined && { error }) },
      operation: id,
    };
    await this.audit.append(`${id}/end`, [draft], keeper);
    await this.book.tell(id, { type: 'batch.close' });
    return true;
  }
}
