import { Settings } from '@lienthong/platform';
import { serveApiDocument, type ServiceDefinition } from '@lienthong/service-host';
import { ConsoleModule } from './console.module';
import { servePage } from './page/serve-page';
import { RemoteServicesModule } from './remote/remote-services.module';

/** Run in a process of its own, behind the gateway. */
export const consoleService: ServiceDefinition = {
  name: 'console',
  modules: [RemoteServicesModule, ConsoleModule],
  unhurried: true,
  configure: async (app) => {
    serveApiDocument(app, 'console');
    await servePage(app, app.get(Settings, { strict: false }));
  },
};
