import { Controller, Get } from '@nestjs/common';
import { type OverviewView } from '@lienthong/contracts';
import { CONSOLE_ROLES, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { Overview } from './overview';

/** Tổng quan of the operator's console. */
@Controller('v1/operations/overview')
@Roles(...CONSOLE_ROLES)
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @Documented({
    summary: 'Tổng quan — cases by status, what is late or due, the flow, the agencies',
    description:
      'Days are of the simulation’s clock, minutes of the real one, counted since this process began.',
  })
  view(): Promise<OverviewView> {
    return this.overview.view();
  }
}
