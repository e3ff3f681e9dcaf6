import { Global, Module } from '@nestjs/common';
import { AGENCIES, CASE_QUERIES } from '@lienthong/contracts';
import { EventBus } from '@lienthong/event-bus';
import { BadSetting, loadGeography, Problem, Settings } from '@lienthong/platform';
import { BusLag } from '@lienthong/service-host';
import { Backpressure, CaseFeed, GEOGRAPHY, SimulationControl } from '../ports';
import { AGENCY_UPSTREAMS, AgencyProxyController } from './agency-proxy.controller';
import { BusCaseFeed } from './bus-case-feed';
import { HttpCaseQueries } from './http-case-queries';
import { LagBackpressure } from './lag-backpressure';
import { Upstream } from './upstream';

/** What the gateway asks for, answered by services in other processes. */
@Global()
@Module({
  controllers: [AgencyProxyController],
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

/** @throws BadSetting where no address is set */
function upstreamOf(service: string, { serviceUrls }: Settings): Upstream {
  const urls = serviceUrls.get(service);
  if (!urls) {
    const set = [...serviceUrls.keys()].join(' ');
    throw new BadSetting(
      'SERVICE_URLS',
      set,
      `addresses that name ${service} too: ${service}=http://host:port`,
    );
  }
  return new Upstream(service, urls);
}
