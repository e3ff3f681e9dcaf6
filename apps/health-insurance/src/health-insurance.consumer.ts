import { Controller } from '@nestjs/common';
import { AgencyDesk } from '@lienthong/agency';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';

@Controller()
export class HealthInsuranceConsumer {
  constructor(private readonly desk: AgencyDesk) {}

  @Consumes('health-insurance', 'health-insurance.commands')
  handle(batch: MessageBatch): Promise<void> {
    return this.desk.handle(batch);
  }
}
