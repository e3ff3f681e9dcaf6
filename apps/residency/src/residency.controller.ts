import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgencyController, AgencyDesk } from '@lienthong/agency';

@ApiTags('residency')
@Controller('v1/agencies/residency')
export class ResidencyController extends AgencyController {
  constructor(desk: AgencyDesk) {
    super(desk);
  }
}
