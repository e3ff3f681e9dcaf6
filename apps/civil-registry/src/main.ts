import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { civilRegistryService } from './service';

void runService(civilRegistryService);
