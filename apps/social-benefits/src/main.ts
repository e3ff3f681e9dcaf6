import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { socialBenefitsService } from './service';

void runService(socialBenefitsService);
