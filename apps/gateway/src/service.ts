import replyFrom from '@fastify/reply-from';
import { LINKED_AGENCIES } from '@lienthong/contracts';
import { type ServiceDefinition } from '@lienthong/service-host';
import { serveApiDocs } from './api-docs/serve-api-docs';
import { GatewayModule } from './gateway.module';
import { agencyDocuments } from './remote/agency-documents';
import { AGENCY_UPSTREAMS } from './remote/agency-proxy.controller';
import { RemoteServicesModule } from './remote/remote-services.module';

/** Run in a process of its own: the one public origin, also of the agencies. */
export const gatewayService: ServiceDefinition = {
  name: 'gateway',
  modules: [RemoteServicesModule, GatewayModule],
  watches: [
    {
      group: 'orchestrator',
      topics: ['dossier.events', ...LINKED_AGENCIES.map((agency) => `${agency}.events` as const)],
    },
    ...LINKED_AGENCIES.map((agency) => ({ group: agency, topics: [`${agency}.commands` as const] })),
  ],
  configure: async (app) => {
    serveApiDocs(app, agencyDocuments(app.get(AGENCY_UPSTREAMS, { strict: false })));
    await app.getHttpAdapter().getInstance().register(replyFrom, { http: {} });
  },
};
