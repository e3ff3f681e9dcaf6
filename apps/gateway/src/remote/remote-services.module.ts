import { Global, Module } from '@nestjs/common';
import { AGENCIES, CASE_QUERIES } from '@lienthong/contracts';
import { EventBus } from '@lienthong/event-bus';
import { loadGeography, Problem, Settings } from '@lienthong/platform';
import { HttpCaseQueries, upstreamOf } from '@lienthong/remote';
import { BusLag } from '@lienthong/service-host';
import { Backpressure, CaseFeed, GEOGRAPHY, SimulationControl } from '../ports';
import { AGENCY_UPSTREAMS, AgencyProxyController } from './agency-proxy.controller';
import { BusCaseFeed } from './bus-case-feed';
import {
  CONSOLE_UPSTREAM,
  ConsolePageProxyController,
  ConsoleProxyController,
} from './console-proxy.controllers';
import { LagBackpressure } from './lag-backpressure';

/** What the gateway asks for, answered by services in other processes. */
@Global()
@Module({
  controllers: [AgencyProxyController, ConsoleProxyController, ConsolePageProxyController],
  providers: [
    {
      provide: CASE_QUERIES,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        new HttpCaseQueries(upstreamOf('orchestrator', settings), settings.serviceApiKey),
    },
    {
      provide: AGENCY_UPSTREAMS,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        new Map(AGENCIES.map((agency) => [agency, upstreamOf(agency, settings)])),
    },
    {
      provide: CONSOLE_UPSTREAM,
      inject: [Settings],
      useFactory: (settings: Settings) => upstreamOf('console', settings),
    },
    { provide: CaseFeed, inject: [EventBus], useFactory: (bus: EventBus) => new BusCaseFeed(bus) },
    { provide: Backpressure, inject: [BusLag], useFactory: (lag: BusLag) => new LagBackpressure(lag) },
    { provide: GEOGRAPHY, useFactory: loadGeography },
    {
      provide: SimulationControl,
      useValue: { advanceTo: () => Promise.reject(new Problem({ code: 'virtual-clock-only' })) },
    },
  ],
  exports: [CASE_QUERIES, CaseFeed, Backpressure, GEOGRAPHY, SimulationControl],
})
export class RemoteServicesModule {}
