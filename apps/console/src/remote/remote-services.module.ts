import { Global, Module } from '@nestjs/common';
import { AGENCIES, CASE_ACTIONS, CASE_HISTORIES, CASE_QUERIES, REPLAY_NOTICES } from '@lienthong/contracts';
import { EngineRegistry } from '@lienthong/engine';
import { Incidents, LocalIncidents, RemoteIncidents } from '@lienthong/incidents';
import { Settings } from '@lienthong/platform';
import { HttpCaseHistories, HttpCaseQueries, ServiceClient, upstreamOf } from '@lienthong/remote';
import { StatusReader } from '@lienthong/service-host';
import { Desks } from '../operations/desks.port';
import { HttpCaseActions } from '../operations/http-case-actions';
import { RemoteDesks } from '../operations/remote-desks';
import { ServiceStatuses } from '../ports';
import { HttpReplayNotices } from './http-replay-notices';
import { HttpServiceStatuses } from './http-service-statuses';

const OWN = 'console';

/** What the console asks for, answered by services in other processes. */
@Global()
@Module({
  providers: [
    {
      provide: CASE_QUERIES,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        new HttpCaseQueries(upstreamOf('orchestrator', settings), settings.serviceApiKey),
    },
    {
      provide: CASE_HISTORIES,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        new HttpCaseHistories(upstreamOf('orchestrator', settings), settings.serviceApiKey),
    },
    {
      provide: CASE_ACTIONS,
      inject: [Settings],
      useFactory: (settings: Settings) => new HttpCaseActions(clientOf('gateway', settings)),
    },
    {
      provide: REPLAY_NOTICES,
      inject: [Settings],
      useFactory: (settings: Settings) => new HttpReplayNotices(clientOf('gateway', settings)),
    },
    {
      provide: Desks,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        new RemoteDesks(
          new Map(AGENCIES.map((agency) => [agency, clientOf(agency, settings)])),
          settings.auth !== 'off',
        ),
    },
    {
      provide: Incidents,
      inject: [Settings, EngineRegistry],
      useFactory: (settings: Settings, engines: EngineRegistry) =>
        new RemoteIncidents(othersOf(settings), {
          service: OWN,
          incidents: new LocalIncidents(engines),
        }),
    },
    {
      provide: ServiceStatuses,
      inject: [Settings, StatusReader],
      useFactory: (settings: Settings, own: StatusReader) => new HttpServiceStatuses(settings, own),
    },
  ],
  exports: [CASE_ACTIONS, CASE_QUERIES, CASE_HISTORIES, REPLAY_NOTICES, Desks, Incidents, ServiceStatuses],
})
export class RemoteServicesModule {}

function othersOf(settings: Settings): ReadonlyMap<string, ServiceClient> {
  const names = [...settings.serviceUrls.keys()].filter((name) => name !== OWN);
  return new Map(names.map((name) => [name, clientOf(name, settings)]));
}

function clientOf(service: string, settings: Settings): ServiceClient {
  return new ServiceClient(upstreamOf(service, settings), settings.serviceApiKey);
}
