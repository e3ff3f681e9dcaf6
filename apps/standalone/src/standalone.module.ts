import { type DynamicModule, Module } from '@nestjs/common';
import { CivilRegistryModule } from '../../civil-registry/src/civil-registry.module';
import { ConsoleModule } from '../../console/src/console.module';
import { LocalDesksModule } from '../../console/src/operations/local-desks.module';
import { GatewayModule } from '../../gateway/src/gateway.module';
import { HealthInsuranceModule } from '../../health-insurance/src/health-insurance.module';
import { JudicialRecordsModule } from '../../judicial-records/src/judicial-records.module';
import { OrchestratorModule } from '../../orchestrator/src/orchestrator.module';
import { ResidencyModule } from '../../residency/src/residency.module';
import { SocialBenefitsModule } from '../../social-benefits/src/social-benefits.module';
import { SystemModule } from '@lienthong/platform';
import { RuntimeModule } from './runtime.module';
import { type Runtime } from './runtime';

/** Every service, each a module of its own, in one process. They still meet only through the bus. */
@Module({})
export class StandaloneModule {
  static on(runtime: Runtime): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        RuntimeModule.of(runtime),
        SystemModule,
        // Global for what they export: the console acts on cases through the gateway.
        { module: GatewayModule, global: true },
        // Global for what it exports: the gateway reads cases through `CaseQueries`.
        { module: OrchestratorModule, global: true },
        CivilRegistryModule,
        ResidencyModule,
        HealthInsuranceModule,
        SocialBenefitsModule,
        JudicialRecordsModule,
        ...(runtime.settings.console === 'off' ? [] : [LocalDesksModule, ConsoleModule]),
      ],
    };
  }
}
