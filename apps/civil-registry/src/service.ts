import { type ServiceDefinition } from '@lienthong/service-host';
import { CivilRegistryModule } from './civil-registry.module';

/** Run in a process of its own. */
export const civilRegistryService: ServiceDefinition = {
  name: 'civil-registry',
  modules: [CivilRegistryModule],
};
