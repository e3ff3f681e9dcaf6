import replyFrom from '@fastify/reply-from';
import { LINKED_AGENCIES } from '@lienthong/contracts';
import { type Upstream } from '@lienthong/remote';
import { type ServiceDefinition } from '@lienthong/service-host';
import { serveApiDocs } from './api-docs/serve-api-docs';
import { GatewayModule } from './gateway.module';
import { InternalActionsModule } from './internal/internal-actions.module';
import { AGENCY_UPSTREAMS } from './remote/agency-proxy.controller';
import { CONSOLE_UPSTREAM } from './remote/console-proxy.controllers';
import { RemoteServicesModule } from './remote/remote-services.module';
import { otherDocuments } from './remote/service-documents';

/** Run in a process of its own: the one public origin, also of the agencies and the console. */
export const gatewayService: ServiceDefinition = {
  name: 'gateway',
  modules: [RemoteServicesModule, GatewayModule, InternalActionsModule],
  unhurried: true,
  watches: [
    {
      group: 'orchestrator',
      topics: ['dossier.events', ...LINKED_AGENCIES.map((agency) => `${agency}.events` as const)],
    },
    ...LINKED_AGENCIES.map((agency) => ({ group: agency, topics: [`${agency}.commands` as const] })),
  ],
  configure: async (app) => {
    const agencies = app.get<ReadonlyMap<string, Upstream>>(AGENCY_UPSTREAMS, { strict: false });
    const console = app.get<Upstream>(CONSOLE_UPSTREAM, { strict: false });
    serveApiDocs(app, otherDocuments([...agencies.values(), console]));
    await app.getHttpAdapter().getInstance().register(replyFrom, { http: {} });
  },
};
