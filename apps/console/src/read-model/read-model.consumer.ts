import { Controller, Inject } from '@nestjs/common';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';
import { CASE_RECORDS, type CaseRecords } from './case-records';
import { Freshness } from './freshness';

/** What the console hears: what happened to the cases. */
@Controller()
export class ReadModelConsumer {
  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    private readonly freshness: Freshness,
  ) {}

  @Consumes('console', 'case.events')
  async handle(batch: MessageBatch): Promise<void> {
    const since = batch.publishedAt ?? Date.now();
    await this.records.handle(batch);
    // The batch is done: whether it is visible yet is only measured. A disk that fails stops the process elsewhere.
    this.records.durable().then(
      () => this.freshness.observe(Date.now() - since),
      () => undefined,
    );
  }
}
