import { Module } from '@nestjs/common';
import { provideAgencyDesk } from '@lienthong/agency';
import { loadGeography } from '@lienthong/platform';
import { civilRegistry } from './civil-registry.agency';
import { CivilRegistryConsumer } from './civil-registry.consumer';
import { CivilRegistryController } from './civil-registry.controller';

/** Needs `Engines`, `Clock` and `Settings` from the process it runs in. */
@Module({
  controllers: [CivilRegistryConsumer, CivilRegistryController],
  providers: [provideAgencyDesk('civil-registry', () => civilRegistry(loadGeography()))],
})
export class CivilRegistryModule {}
