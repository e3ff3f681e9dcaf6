import 'reflect-metadata';
import { runService } from '@lienthong/service-host';
import { residencyService } from './service';

void runService(residencyService);
