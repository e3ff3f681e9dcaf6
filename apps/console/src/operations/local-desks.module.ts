import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Desks } from './desks.port';
import { LocalDesks } from './local-desks';

/** Where the agencies run in the console's own process. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: Desks, useClass: LocalDesks }],
  exports: [Desks],
})
export class LocalDesksModule {}
