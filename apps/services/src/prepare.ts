import 'reflect-metadata';
import { prepareServices } from '@lienthong/service-host';
import { SERVICES } from './definitions';

void prepareServices(SERVICES);
