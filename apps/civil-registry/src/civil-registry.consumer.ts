import { Controller } from '@nestjs/common';
import { AgencyDesk } from '@lienthong/agency';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';

@Controller()
export class CivilRegistryConsumer {
  constructor(private readonly desk: AgencyDesk) {}

  @Consumes('civil-registry', 'civil-registry.commands')
  handle(batch: MessageBatch): Promise<void> {
    return this.desk.handle(batch);
  }
}
