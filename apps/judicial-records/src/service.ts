import { type ServiceDefinition } from '@lienthong/service-host';
import { JudicialRecordsModule } from './judicial-records.module';

/** Run in a process of its own. */
export const judicialRecordsService: ServiceDefinition = {
  name: 'judicial-records',
  modules: [JudicialRecordsModule],
};
