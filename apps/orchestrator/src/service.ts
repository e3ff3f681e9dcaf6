import { type ServiceDefinition } from '@lienthong/service-host';
import { CaseQueriesModule } from './http/case-queries.module';

/** Run in a process of its own. */
export const orchestratorService: ServiceDefinition = { name: 'orchestrator', modules: [CaseQueriesModule] };
