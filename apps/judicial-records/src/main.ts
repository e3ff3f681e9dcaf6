import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { judicialRecordsService } from './service';

void runService(judicialRecordsService);
