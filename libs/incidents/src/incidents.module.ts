import { type DynamicModule, Module } from '@nestjs/common';
import { type EngineRegistry } from '@lienthong/engine';
import { IncidentsController } from './incidents.controller';
import { LocalIncidents } from './local-incidents';

/** Answers the console's questions about what stands still in this process. */
@Module({})
export class IncidentsModule {
  /** @param engines of this process */
  static of(engines: EngineRegistry): DynamicModule {
    return {
      module: IncidentsModule,
      controllers: [IncidentsController],
      providers: [{ provide: LocalIncidents, useFactory: () => new LocalIncidents(engines) }],
      exports: [LocalIncidents],
    };
  }
}
