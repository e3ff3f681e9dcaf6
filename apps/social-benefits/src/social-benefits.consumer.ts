import { Controller } from '@nestjs/common';
import { AgencyDesk } from '@lienthong/agency';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';

@Controller()
export class SocialBenefitsConsumer {
  constructor(private readonly desk: AgencyDesk) {}

  @Consumes('social-benefits', 'social-benefits.commands')
  handle(batch: MessageBatch): Promise<void> {
    return this.desk.handle(batch);
  }
}
