import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { consoleService } from './service';

void runService(consoleService);
