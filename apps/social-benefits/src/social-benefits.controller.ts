import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgencyController, AgencyDesk } from '@lienthong/agency';

@ApiTags('social-benefits')
@Controller('v1/agencies/social-benefits')
export class SocialBenefitsController extends AgencyController {
  constructor(desk: AgencyDesk) {
    super(desk);
  }
}
