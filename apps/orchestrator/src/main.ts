import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { orchestratorService } from './service';

void runService(orchestratorService);
