import { Module } from '@nestjs/common';
import { LiveChanges } from './live-changes';
import { LiveController } from './live.controller';

/** Needs `EventBus` and `Clock` from a global module. */
@Module({ controllers: [LiveController], providers: [LiveChanges], exports: [LiveChanges] })
export class LiveModule {}
