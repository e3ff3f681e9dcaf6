import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ConsumesOnly, type MessageBatch } from '@lienthong/event-bus';
import { ActionsService } from './actions.service';

/** Brings supplement requests to the simulated applicant. */
@Controller()
export class ApplicantConsumer {
  constructor(private readonly actions: ActionsService) {}

  @ConsumesOnly('gateway', 'case.events', ['vn.lienthong.supplement.requested.v1'])
  handle(@Payload() batch: MessageBatch): Promise<void> {
    return this.actions.handle(batch);
  }
}
