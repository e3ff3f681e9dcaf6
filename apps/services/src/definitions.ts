import { type ServiceDefinition } from '@lienthong/service-host';
import { civilRegistryService } from '../../civil-registry/src/service';
import { consoleService } from '../../console/src/service';
import { gatewayService } from '../../gateway/src/service';
import { healthInsuranceService } from '../../health-insurance/src/service';
import { judicialRecordsService } from '../../judicial-records/src/service';
import { orchestratorService } from '../../orchestrator/src/service';
import { residencyService } from '../../residency/src/service';
import { socialBenefitsService } from '../../social-benefits/src/service';

/** Every service there is. */
export const SERVICES: readonly ServiceDefinition[] = [
  gatewayService,
  orchestratorService,
  civilRegistryService,
  residencyService,
  healthInsuranceService,
  socialBenefitsService,
  judicialRecordsService,
  consoleService,
];
