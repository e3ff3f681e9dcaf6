import { Controller } from '@nestjs/common';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';
import { JudicialRecordsService } from './judicial-records.service';

@Controller()
export class JudicialRecordsConsumer {
  constructor(private readonly records: JudicialRecordsService) {}

  @Consumes('judicial-records', 'civil-registry.events')
  handle(batch: MessageBatch): Promise<void> {
    return this.records.handle(batch);
  }
}
