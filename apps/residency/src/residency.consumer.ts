import { Controller } from '@nestjs/common';
import { AgencyDesk } from '@lienthong/agency';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';

@Controller()
export class ResidencyConsumer {
  constructor(private readonly desk: AgencyDesk) {}

  @Consumes('residency', 'residency.commands')
  handle(batch: MessageBatch): Promise<void> {
    return this.desk.handle(batch);
  }
}
