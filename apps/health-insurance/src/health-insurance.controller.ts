import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgencyController, AgencyDesk } from '@lienthong/agency';

@ApiTags('health-insurance')
@Controller('v1/agencies/health-insurance')
export class HealthInsuranceController extends AgencyController {
  constructor(desk: AgencyDesk) {
    super(desk);
  }
}
