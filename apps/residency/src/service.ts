import { type ServiceDefinition } from '@lienthong/service-host';
import { ResidencyModule } from './residency.module';

/** Run in a process of its own. */
export const residencyService: ServiceDefinition = { name: 'residency', modules: [ResidencyModule] };
