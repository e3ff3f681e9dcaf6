import { Controller, Inject } from '@nestjs/common';
import { Consumes, type MessageBatch } from '@lienthong/event-bus';
import { CASE_ENGINE, type CaseEngine } from './case.engine';

/** What the sagas hear: the gateway, and the four agencies they command. */
@Controller()
export class CaseConsumer {
  constructor(@Inject(CASE_ENGINE) private readonly cases: CaseEngine) {}

  @Consumes(
    'orchestrator',
    'dossier.events',
    'civil-registry.events',
    'residency.events',
    'health-insurance.events',
    'social-benefits.events',
  )
  handle(batch: MessageBatch): Promise<void> {
    return this.cases.handle(batch);
  }
}
