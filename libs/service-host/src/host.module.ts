import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { Engines } from '@lienthong/engine';
import { EventBus } from '@lienthong/event-bus';
import { Metrics, Readiness, Settings } from '@lienthong/platform';
import { BusLag } from './bus-lag';
import { type ServiceRuntime } from './service-runtime';

/** What every service asks its process for, answered by Kafka and MongoDB. */
@Global()
@Module({})
export class HostModule {
  static of({ settings, clock, metrics, engines, bus, lag, readiness }: ServiceRuntime): DynamicModule {
    const providers = [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock },
      { provide: Metrics, useValue: metrics },
      { provide: Engines, useValue: engines },
      { provide: EventBus, useValue: bus },
      { provide: BusLag, useValue: lag },
      { provide: Readiness, useValue: readiness },
    ];
    return { module: HostModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
