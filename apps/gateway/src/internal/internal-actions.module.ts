import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway.module';
import { InternalActionsController } from './internal-actions.controller';

/** Only where the console is a process of its own. */
@Module({ imports: [GatewayModule], controllers: [InternalActionsController] })
export class InternalActionsModule {}
