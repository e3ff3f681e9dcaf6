import { type Server } from 'node:http';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AccessSettings, guardAccess } from '../access';
import { type Settings } from '../settings';
import { checkHosts, type HostSettings } from './check-hosts';
import { limitRates, type RateSettings } from './limit-rates';

export type EdgeSettings = AccessSettings & HostSettings & RateSettings & Pick<Settings, 'maxConnections'>;

/**
 * Who may talk to this server, before any body is read: by which name, who, how often, and how many at once.
 * Call after `configureHttp` and before the server listens.
 * @throws BadSetting for a keys file that is missing or wrong
 */
export async function guardEdge(app: NestFastifyApplication, settings: EdgeSettings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  checkHosts(fastify, settings);
  guardAccess(app, settings);
  await limitRates(fastify, settings);
  boundConnections(fastify.server, settings.maxConnections);
}

/** Beyond the limit a new connection is closed, and with it those that stand idle: the next one finds room. */
function boundConnections(server: Server, most: number): void {
  server.maxConnections = most;
  server.on('drop', () => server.closeIdleConnections());
}
