import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { gatewayService } from './service';

void runService(gatewayService);
