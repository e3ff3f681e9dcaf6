import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { AuditController } from './audit.controller';
import { AuditLog } from './audit-log';

/** The audit log. Needs `Engines` from a global module. */
@Module({ imports: [LiveModule], controllers: [AuditController], providers: [AuditLog], exports: [AuditLog] })
export class AuditModule {}
