import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { healthInsuranceService } from './service';

void runService(healthInsuranceService);
