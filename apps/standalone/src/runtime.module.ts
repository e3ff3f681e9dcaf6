import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { Engines } from '@lienthong/engine';
import { EventBus } from '@lienthong/event-bus';
import { loadGeography, Metrics, Readiness, Settings } from '@lienthong/platform';
import { BusCaseFeed } from '../../gateway/src/remote/bus-case-feed';
import { Backpressure, CaseFeed, GEOGRAPHY, SimulationControl } from '../../gateway/src/ports';
import { BacklogBackpressure } from './ports/backlog-backpressure';
import { EmbeddedReadiness } from './ports/embedded-readiness';
import { type StandaloneRuntime } from './standalone-runtime';

/** What every service asks its process for, answered by the embedded adapters. */
@Global()
@Module({})
export class RuntimeModule {
  static of(runtime: StandaloneRuntime): DynamicModule {
    const { settings, clock, metrics, embedded, time } = runtime;
    const providers = [
      { provide: Settings, useValue: settings },
      { provide: Clock, useValue: clock },
      { provide: Metrics, useValue: metrics },
      { provide: Engines, useValue: embedded.engines },
      { provide: EventBus, useValue: embedded.bus },
      { provide: GEOGRAPHY, useFactory: loadGeography },
      { provide: CaseFeed, useFactory: () => new BusCaseFeed(embedded.bus) },
      { provide: Backpressure, useValue: new BacklogBackpressure(embedded.log) },
      { provide: Readiness, useValue: new EmbeddedReadiness(embedded.database) },
      { provide: SimulationControl, useValue: time },
    ];
    return { module: RuntimeModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
