import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { EngineRegistry, Engines } from '@lienthong/engine';
import { EventBus } from '@lienthong/event-bus';
import { Metrics, Readiness, Settings } from '@lienthong/platform';
import { BusLag } from './bus-lag';
import { type ServiceRuntime } from './service-runtime';
import { StatusReader } from './status/status-reader';

/** What every service asks its process for, answered by Kafka and MongoDB. */
@Global()
@Module({})
export class HostModule {
  static of({
    settings,
    clock,
    metrics,
    engines,
    bus,
    lag,
    readiness,
    status,
  }: ServiceRuntime): DynamicModule {
    const providers = [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock },
      { provide: Metrics, useValue: metrics },
      { provide: Engines, useValue: engines },
      { provide: EngineRegistry, useValue: engines },
      { provide: EventBus, useValue: bus },
      { provide: BusLag, useValue: lag },
      { provide: Readiness, useValue: readiness },
      { provide: StatusReader, useValue: status },
    ];
    return { module: HostModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
