import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { EngineRegistry, Engines } from '@lienthong/engine';
import { EventBus } from '@lienthong/event-bus';
import { Incidents, LocalIncidents } from '@lienthong/incidents';
import { loadGeography, Metrics, Readiness, Settings } from '@lienthong/platform';
import { BusCaseFeed } from '../../gateway/src/remote/bus-case-feed';
import { Backpressure, CaseFeed, GEOGRAPHY, SimulationControl } from '../../gateway/src/ports';
import { ServiceStatuses } from '../../console/src/ports';
import { ProcessStatuses } from './ports/process-statuses';
import { type Runtime } from './runtime';

/** What every service asks its process for, answered by one runtime. */
@Global()
@Module({})
export class RuntimeModule {
  static of(runtime: Runtime): DynamicModule {
    const { settings, clock, metrics, engines, bus, backpressure, readiness, time } = runtime;
    const providers = [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock },
      { provide: Metrics, useValue: metrics },
      { provide: Engines, useValue: engines },
      { provide: EngineRegistry, useValue: engines },
      { provide: EventBus, useValue: bus },
      { provide: GEOGRAPHY, useFactory: loadGeography },
      { provide: CaseFeed, useFactory: () => new BusCaseFeed(bus) },
      { provide: Backpressure, useValue: backpressure },
      { provide: Readiness, useValue: readiness },
      { provide: SimulationControl, useValue: time },
      { provide: Incidents, useFactory: () => new LocalIncidents(engines) },
      { provide: ServiceStatuses, useFactory: () => new ProcessStatuses(runtime) },
    ];
    return { module: RuntimeModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
