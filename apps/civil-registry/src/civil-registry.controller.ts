import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgencyController, AgencyDesk } from '@lienthong/agency';

@ApiTags('civil-registry')
@Controller('v1/agencies/civil-registry')
export class CivilRegistryController extends AgencyController {
  constructor(desk: AgencyDesk) {
    super(desk);
  }
}
